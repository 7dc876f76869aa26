import { afterAll, beforeAll } from 'vitest';
import { createKernels } from '../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../electron/engine/runtime/index.ts';
import { opensInKeras } from './keras.ts';
import { Program, type Programs } from './program.ts';
import { opensInTensorFlow } from './savedmodel.ts';

let programs: Programs | undefined;
beforeAll(async () => {
  // one for both: until TensorFlow is read, Python takes seconds of processor time
  const python = new Program('tensorflow_programs.py');
  programs = { python, kernels: createKernels(await loadRuntime()) };
});
afterAll(() => programs?.python.close());

opensInKeras(() => programs!);
opensInTensorFlow(() => programs!);
