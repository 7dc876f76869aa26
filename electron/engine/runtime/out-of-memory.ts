import { fitsNoArray } from '../../contract/full-memory.ts';
import type { Engine } from '../../contract/run.ts';

/** Memory that an engine asked for in vain. */
export interface OutOfMemory {
  /** whose memory is full */
  readonly device: Engine['device'];
  /** bytes of the tensor that did not fit, where that is told */
  readonly wanted: number | undefined;
}

/** What TensorFlow says where a tensor does not fit (its op_kernel.cc). */
const TENSOR = /OOM when allocating tensor (?:with|of) shape ?\[([\d,]*)\](?: and type (\w+))?/;
/** What it says on the way to a card that is full: allocating, copying there, opening cuBLAS or cuDNN. */
const OF_CARD =
  /CUDA_ERROR_OUT_OF_MEMORY|cudaErrorMemoryAllocation|CU(?:BLAS|DNN)_STATUS_ALLOC_FAILED|Dst tensor is not initialized/;
/** Its code RESOURCE_EXHAUSTED as tfjs-node writes it, and the same in words. */
const EXHAUSTED = /Invalid TF_Status: 8\b|RESOURCE_EXHAUSTED|Resource exhausted/;
/** By these names the processor's memory goes: the last is what a card reads from. */
const OF_PROCESSOR = /device:CPU:\d|by allocator (?:cpu|mklcpu|gpu_host_bfc)/i;

/** Bytes of a number of each type, where it is not 4. */
const BYTES: Readonly<Record<string, number>> = {
  double: 8,
  int64: 8,
  half: 2,
  bfloat16: 2,
  bool: 1,
  int8: 1,
  uint8: 1,
};

/**
 * Whether what was thrown says that memory is full, and whose.
 * @param computes where the engine computes, which decides where it does not say so itself
 */
export function outOfMemory(thrown: unknown, computes: Engine['device']): OutOfMemory | undefined {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  if (fitsNoArray(thrown)) return { device: 'cpu', wanted: undefined };
  const tensor = TENSOR.exec(said);
  const ofCard = OF_CARD.test(said);
  if (!tensor && !ofCard && !EXHAUSTED.test(said)) return undefined;
  const device = !ofCard && OF_PROCESSOR.test(said) ? 'cpu' : ofCard || said.includes('device:GPU') ? 'gpu' : computes;
  if (!tensor) return { device, wanted: undefined };
  const [, dims, type = 'float'] = tensor;
  const size = dims.split(',').reduce((product, dim) => product * Number(dim || 1), BYTES[type] ?? 4);
  return { device, wanted: Number.isFinite(size) ? size : undefined };
}
