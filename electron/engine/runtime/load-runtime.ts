import { message, type Said } from '../../contract/message.ts';
import { bfloat16Pays } from './bfloat16.ts';
import { cudaLibraries } from './cuda-libraries.ts';
import { runtimeEnvironment } from './environment.ts';
import { nativeLibraries, readSetupNote } from './native-folder.ts';
import { portableEngine } from './portable.ts';
import { idleGpu, loadTensorFlow } from './tensorflow.ts';
import type { LoadedEngine, Runtime, RuntimeOptions, Shortfall } from './types.ts';

const NOTHING_BETTER: Shortfall = { reason: '', install: '' };
const ASKED_FOR: Shortfall = {
  reason: message('shortfalls.portableAsked'),
  install: message('remedies.unsetEngine'),
};

let loading: Promise<Runtime> | undefined;

function withMachine(engine: LoadedEngine, shortfall: Shortfall, precision: Runtime['precision'] = 'float32'): Runtime {
  const gpu = readSetupNote()?.variant === 'gpu';
  return { ...engine, ...shortfall, precision, libraries: [...nativeLibraries(), ...(gpu ? cudaLibraries() : [])] };
}

/** What kept set-up from the best TensorFlow of this machine. */
function shortfallOfSetup(): Shortfall | undefined {
  const note = readSetupNote();
  return note?.reason ? { reason: note.reason, install: note.install ?? '' } : undefined;
}

/** TensorFlow in this process, set up as `options` say. */
function loadNative(options: RuntimeOptions): Promise<LoadedEngine | Shortfall> {
  Object.assign(process.env, runtimeEnvironment(options, process.env));
  return loadTensorFlow();
}

/**
 * Whether an engine computes on this machine. To be asked in a process of its own: one that was made for another processor
 * ends it.
 * @param gpu whether it is to compute on the GPU
 * @returns why not
 */
export async function tryEngine(folder: string, gpu: boolean): Promise<Shortfall | undefined> {
  process.env.AESOP_ENGINE_FOLDER = folder;
  const loaded = await loadNative(gpu ? {} : { device: 'cpu' });
  if ('reason' in loaded) return loaded;
  return gpu && loaded.device === 'cpu'
    ? { reason: message('shortfalls.gpuUnusable'), install: message('remedies.seeDoctor') }
    : undefined;
}

/** The portable engine beside whatever this process has loaded. @param reason why it is taken */
export const portableRuntime = (reason: Said): Runtime => withMachine(portableEngine(), { reason, install: '' });

async function load(options: RuntimeOptions): Promise<Runtime> {
  const portable = options.engine === 'portable' || process.env.AESOP_ENGINE === 'portable';
  if (portable) return withMachine(portableEngine(options.threads), ASKED_FOR);
  const precision = options.precision === 'fast' && bfloat16Pays() ? 'fast' : 'float32';
  const native = await loadNative({ ...options, precision });
  if ('reason' in native) return withMachine(portableEngine(options.threads), native);
  const shortfall = shortfallOfSetup() ?? (native.device === 'cpu' ? idleGpu() : undefined) ?? NOTHING_BETTER;
  return withMachine(native, shortfall, precision);
}

/**
 * Loads the best engine of this machine into this process. There is one TensorFlow per process: the first call decides, later calls answer the same whatever they ask. Never fails for want of TensorFlow;
 * `reason` and `install` say what a better engine lacks.
 */
export function loadRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  loading ??= load(options);
  return loading;
}
