import type { RuntimeOptions } from './types.ts';

type Environment = Record<string, string>;
type PartialEnvironment = Record<string, string | undefined>;

/** The one GPU that TensorFlow may see, as CUDA_VISIBLE_DEVICES writes it; `-1` hides them all. */
export function visibleDevice(options: RuntimeOptions, base: PartialEnvironment): string {
  const device = options.device ?? base.AESOP_DEVICE ?? 'auto';
  if (device === 'cpu') return '-1';
  if (device !== 'auto' && device !== 'gpu') return device;
  return base.CUDA_VISIBLE_DEVICES?.split(',')[0]?.trim() || '0';
}

/**
 * What TensorFlow reads from the environment while it loads. Exactly one GPU is visible, because the add-on creates
 * tensors on the last GPU it sees and computes on the first. A value the user has set wins where it only tunes.
 * LD_LIBRARY_PATH is not needed: TensorFlow's GPU libraries look for CUDA beside themselves, where set-up puts it.
 */
export function runtimeEnvironment(options: RuntimeOptions, base: PartialEnvironment): Environment {
  return {
    CUDA_DEVICE_ORDER: 'PCI_BUS_ID',
    CUDA_VISIBLE_DEVICES: visibleDevice(options, base),
    CUDA_CACHE_MAXSIZE: base.CUDA_CACHE_MAXSIZE ?? String(4 * 1024 ** 3),
    TF_FORCE_GPU_ALLOW_GROWTH: 'true',
    // by itself TensorFlow takes oneDNN's products on the newest processors alone; on others they are 2 to 4 times as quick too
    TF_ENABLE_ONEDNN_OPTS: base.TF_ENABLE_ONEDNN_OPTS ?? '1',
    TF_CPP_MIN_LOG_LEVEL: base.TF_CPP_MIN_LOG_LEVEL ?? '1',
    ...(options.threads ? { TF_NUM_INTRAOP_THREADS: String(options.threads) } : {}),
    ...(options.precision === 'fast' ? { TF_SET_ONEDNN_FPMATH_MODE: 'BF16' } : {}),
  };
}
