import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { PortableKernels } from '../../../electron/engine/kernels/portable/portable-kernels.ts';

/**
 * Gives tfjs a backend: TensorFlow where that is loaded, or else its own WebAssembly, which no program of ours needs. Its
 * loader ends the process on errors that are none of its own, and may not.
 */
export async function tfjsBackend(): Promise<void> {
  if (tf.getBackend()) return;
  const require = createRequire(import.meta.url);
  const { setWasmPaths } = require('@tensorflow/tfjs-backend-wasm') as { setWasmPaths(folder: string): void };
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => new Set(process.rawListeners(event)));
  setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  await tf.setBackend('wasm');
  events.forEach((event, k) => {
    for (const listener of process.rawListeners(event))
      if (!before[k].has(listener)) process.removeListener(event, listener as () => void);
  });
}

/** The readable make, on the backend that tfjs has in this process. */
export async function portableMake(): Promise<PortableKernels> {
  await tfjsBackend();
  return new PortableKernels();
}
