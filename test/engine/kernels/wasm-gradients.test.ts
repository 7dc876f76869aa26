import { afterAll } from 'vitest';
import { Machine } from '../../../electron/engine/kernels/wasm/machine.ts';
import { WasmKernels } from '../../../electron/engine/kernels/wasm/wasm-kernels.ts';
import { describeGradients } from './gradient-checks.ts';

const machine = new Machine(2);
const kernels = new WasmKernels(machine);
afterAll(() => machine.dispose());
describeGradients(() => kernels);
