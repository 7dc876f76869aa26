import { delimiter } from 'node:path';
import { cudaLibraryFolders } from './cuda-libraries.ts';
import type { RuntimeOptions } from './types.ts';

type Environment = Record<string, string>;
type PartialEnvironment = Record<string, string | undefined>;

/** The one GPU that TensorFlow may see, as CUDA_VISIBLE_DEVICES writes it; `-1` hides them all. */
function visibleDevice(options: RuntimeOptions, base: PartialEnvironment): string {
  const device = options.device ?? base.AESOP_DEVICE ?? 'auto';
  if (device === 'cpu') return '-1';
  if (device !== 'auto') return device;
  return base.CUDA_VISIBLE_DEVICES?.split(',')[0]?.trim() || '0';
}

/**
 * What TensorFlow reads from the environment while it loads. Exactly one GPU is visible, because the add-on creates
 * tensors on the last GPU it sees and computes on the first. A value the user has set wins where it only tunes.
 */
export function runtimeEnvironment(options: RuntimeOptions, base: PartialEnvironment): Environment {
  return {
    CUDA_DEVICE_ORDER: 'PCI_BUS_ID',
    CUDA_VISIBLE_DEVICES: visibleDevice(options, base),
    CUDA_CACHE_MAXSIZE: base.CUDA_CACHE_MAXSIZE ?? String(4 * 1024 ** 3),
    TF_FORCE_GPU_ALLOW_GROWTH: 'true',
    TF_CPP_MIN_LOG_LEVEL: base.TF_CPP_MIN_LOG_LEVEL ?? '1',
    ...(options.cudaCache ? { CUDA_CACHE_PATH: options.cudaCache } : {}),
    ...(options.threads ? { TF_NUM_INTRAOP_THREADS: String(options.threads) } : {}),
    ...(options.precision === 'fast' ? { TF_SET_ONEDNN_FPMATH_MODE: 'BF16' } : {}),
  };
}

/**
 * Environment for a forked worker: `base` with the runtime's variables, and the folders of the CUDA libraries, which
 * the loader of the system reads when a process starts and never again.
 */
export function workerEnvironment(base: PartialEnvironment, options: RuntimeOptions = {}): Environment {
  const kept = Object.entries(base).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const folders = process.platform === 'linux' ? cudaLibraryFolders() : [];
  const libraryPath = [...folders, base.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    ...Object.fromEntries(kept),
    ...runtimeEnvironment(options, base),
    ...(folders.length > 0 ? { LD_LIBRARY_PATH: libraryPath } : {}),
  };
}
