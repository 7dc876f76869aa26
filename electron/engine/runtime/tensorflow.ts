import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { message } from '../../contract/message.ts';
import { computesOnCards } from '../../native/systems.ts';
import { nativeLibraries, readSetupNote, remedyHere } from './native-folder.ts';
import { withoutConsole } from './quiet.ts';
import { requireTensorFlow } from './require-tensorflow.mjs';
import type { LoadedEngine, Shortfall } from './types.ts';

interface TensorFlow {
  backend(): { isUsingGpuDevice: boolean; binding: { TF_Version: string } };
  enableProdMode(): void;
}

const setUp = () => remedyHere(message('remedies.setUp'), message('remedies.bringEngine'));
const setUpAnew = () => remedyHere(message('remedies.setUpAnew'), message('remedies.bringAnew'));

/** Why TensorFlow's add-on cannot even be tried, or nothing when its files are there. */
function missingAddon(): Shortfall | undefined {
  const addon = nativeLibraries()[0];
  if (addon.found) return undefined;
  const note = readSetupNote();
  if (note?.reason) return { reason: note.reason, install: note.install ?? setUp() };
  return { reason: message('shortfalls.notInstalled'), install: setUp() };
}

function whyBroken(thrown: unknown): Shortfall {
  const problem = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0].trim();
  return { reason: message('shortfalls.notLoading', { problem }), install: setUpAnew() };
}

/** A GPU whose driver is loaded while TensorFlow computes on the CPU; costs no process, only two look-ups. */
export function idleGpu(): Shortfall | undefined {
  const driverLoaded = existsSync('/proc/driver/nvidia/version') || existsSync('/dev/nvidiactl');
  if (!driverLoaded || !computesOnCards() || process.env.CUDA_VISIBLE_DEVICES === '-1') return undefined;
  return readSetupNote()?.variant === 'gpu'
    ? { reason: message('shortfalls.gpuUnusable'), install: message('remedies.seeDoctor') }
    : { reason: message('shortfalls.gpuIdle'), install: setUpAnew() };
}

/**
 * Loads TensorFlow into this process through tfjs-node-gpu, which becomes the backend of tfjs. The environment must be in
 * place.
 *
 * @returns the engine, or why there is none
 */
export async function loadTensorFlow(): Promise<LoadedEngine | Shortfall> {
  const missing = missingAddon();
  if (missing) return missing;
  try {
    return await withoutConsole(() => {
      const tf = requireTensorFlow(nativeLibraries()[0].path) as TensorFlow;
      tf.enableProdMode();
      const backend = tf.backend();
      return {
        engine: 'tensorflow',
        backend: 'tensorflow',
        device: backend.isUsingGpuDevice ? 'gpu' : 'cpu',
        tensorflowVersion: backend.binding.TF_Version,
        threads: Number(process.env.TF_NUM_INTRAOP_THREADS) || availableParallelism(),
      };
    });
  } catch (thrown) {
    return whyBroken(thrown);
  }
}
