import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { withoutConsole } from './quiet.ts';
import type { LoadedEngine } from './types.ts';

interface Tfjs {
  enableProdMode(): void;
  setBackend(name: string): Promise<boolean>;
}
interface WasmBackend {
  setWasmPaths(folder: string): void;
}

const FATAL_EVENTS = ['uncaughtException', 'unhandledRejection'] as const;

/** Emscripten installs process-wide handlers that end the process; a library has no business there. */
async function withoutNewFatalHandlers<T>(work: () => Promise<T>): Promise<T> {
  const before = FATAL_EVENTS.map((event) => new Set(process.rawListeners(event)));
  try {
    return await work();
  } finally {
    FATAL_EVENTS.forEach((event, index) => {
      for (const listener of process.rawListeners(event)) {
        if (!before[index].has(listener)) process.removeListener(event, listener as () => void);
      }
    });
  }
}

/**
 * Makes tfjs compute in WebAssembly (SIMD where the processor has it, one thread), else in plain JavaScript.
 * `@tensorflow/tfjs` is loaded for its gradients and its JavaScript backend.
 */
export async function loadPortable(): Promise<LoadedEngine> {
  return withoutConsole(() =>
    withoutNewFatalHandlers(async () => {
      const require = createRequire(import.meta.url);
      const tf = require('@tensorflow/tfjs') as Tfjs;
      const wasm = require('@tensorflow/tfjs-backend-wasm') as WasmBackend;
      tf.enableProdMode();
      wasm.setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
      const started = await tf.setBackend('wasm').catch(() => false);
      if (!started) await tf.setBackend('cpu');
      return { engine: 'portable', backend: started ? 'wasm' : 'cpu', device: 'cpu', threads: 1 };
    }),
  );
}
