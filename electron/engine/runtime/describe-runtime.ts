import { availableParallelism, freemem, totalmem } from 'node:os';
import type { Check, Machine } from '../../contract/machine.ts';
import type { Engine } from '../../contract/run.ts';
import { cudaLibraries } from './cuda-libraries.ts';
import { findGpus, type Gpu } from './gpus.ts';
import { nativeLibraries } from './package-folder.ts';
import type { Library, Runtime } from './types.ts';

const CUDA_ADVICE =
  'Run `npm run setup` with the GPU visible: it brings CUDA beside TensorFlow. libcuda.so.1 comes with the driver.';

/** The engine in a line, as runs and the window show it: `TensorFlow 2.21.0 on CPU, 2 threads`. */
function engineLabel({ engine, backend, device, tensorflowVersion, threads }: Runtime): string {
  const place = device === 'gpu' ? 'GPU' : `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  if (engine === 'tensorflow') return `TensorFlow ${tensorflowVersion} on ${place}`;
  return `portable engine (${backend === 'wasm' ? 'WebAssembly' : 'JavaScript'}) on ${place}`;
}

/** The runtime as the contract tells it. */
export function engineOf(runtime: Runtime): Engine {
  const { engine, backend, device, reason } = runtime;
  return { engine, backend, device, label: engineLabel(runtime), reason };
}

function libraryCheck({ name, path, found }: Library, advice: string): Check {
  return { name, ok: found, found: found ? path : 'missing', fix: found ? '' : advice };
}

function driverCheck(gpus: Gpu[]): Check {
  const found = gpus.map(({ name, driver }) => `${name}, driver ${driver}`).join('; ');
  return { name: 'NVIDIA GPU', ok: true, found: found || 'none', fix: '' };
}

function checksOf(runtime: Runtime, gpus: Gpu[]): Check[] {
  const { reason, install } = runtime;
  const cuda = gpus.length > 0 ? cudaLibraries() : [];
  return [
    ...nativeLibraries().map((library) => libraryCheck(library, install)),
    driverCheck(gpus),
    ...cuda.map((library) => libraryCheck(library, CUDA_ADVICE)),
    {
      name: 'engine',
      ok: reason === '',
      found: [engineLabel(runtime), reason].filter(Boolean).join('. '),
      fix: install,
    },
  ];
}

/** What `doctor` and the Machine room show of this machine, all but a measured step; memory in bytes. */
export async function describeRuntime(runtime: Runtime): Promise<Omit<Machine, 'measured'>> {
  const gpus = await findGpus();
  const { node, icu } = process.versions;
  const { tensorflowVersion } = runtime;
  return {
    engine: engineOf(runtime),
    install: runtime.install,
    checks: checksOf(runtime, gpus),
    gpus,
    cores: availableParallelism(),
    memory: totalmem(),
    freeMemory: freemem(),
    versions: { node, icu: icu ?? '', ...(tensorflowVersion ? { tensorflow: tensorflowVersion } : {}) },
  };
}
