import { cudaLibraries } from './cuda-libraries.ts';
import { runtimeEnvironment } from './environment.ts';
import { restoreOldUtil } from './node-shim.ts';
import { nativeLibraries, readSetupNote } from './package-folder.ts';
import { loadPortable } from './portable.ts';
import { idleGpu, loadTensorFlow } from './tensorflow.ts';
import type { LoadedEngine, Runtime, RuntimeOptions, Shortfall } from './types.ts';

const NOTHING_BETTER: Shortfall = { reason: '', install: '' };
const ASKED_FOR: Shortfall = {
  reason: 'The portable engine was asked for.',
  install: 'Leave AESOP_ENGINE unset to use TensorFlow.',
};

let loading: Promise<Runtime> | undefined;

function withMachine(engine: LoadedEngine, shortfall: Shortfall): Runtime {
  const gpu = readSetupNote()?.variant === 'gpu';
  return { ...engine, ...shortfall, libraries: [...nativeLibraries(), ...(gpu ? cudaLibraries() : [])] };
}

/** What kept set-up from the best TensorFlow of this machine. */
function shortfallOfSetup(): Shortfall | undefined {
  const note = readSetupNote();
  return note?.reason ? { reason: note.reason, install: note.install ?? '' } : undefined;
}

async function load(options: RuntimeOptions): Promise<Runtime> {
  const portable = options.engine === 'portable' || process.env.AESOP_ENGINE === 'portable';
  if (portable) return withMachine(await loadPortable(), ASKED_FOR);
  restoreOldUtil();
  Object.assign(process.env, runtimeEnvironment(options, process.env));
  const native = await loadTensorFlow();
  if ('reason' in native) return withMachine(await loadPortable(), native);
  return withMachine(native, shortfallOfSetup() ?? (native.device === 'cpu' ? idleGpu() : undefined) ?? NOTHING_BETTER);
}

/**
 * Loads the best engine of this machine into this process and makes it the backend of tfjs. There is one TensorFlow per
 * process: the first call decides, later calls answer the same whatever they ask. Never fails for want of TensorFlow;
 * `reason` and `install` say what a better engine lacks.
 */
export function loadRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  loading ??= load(options);
  return loading;
}
