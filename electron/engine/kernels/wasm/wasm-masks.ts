import type { Machine } from './machine.ts';
import { FLOAT } from './storage.ts';
import { WasmTensor } from './wasm-tensor.ts';

/** Numbers from which on all threads take part. */
const MUCH = 2 ** 14;

/** See `Arithmetic.multiply`. */
export function multiplyEach(a: WasmTensor, b: WasmTensor): WasmTensor {
  const { machine } = a;
  const product = WasmTensor.create(machine, a.shape);
  if (b.columns === a.columns) {
    const count = a.bytes / FLOAT;
    machine.run('multiplyEach', count > MUCH, a.at, b.at, product.at, count);
    return product;
  }
  const { floats } = machine.heap;
  for (let row = 0; row < a.rows; row++) {
    const factor = floats[(b.at + row * b.stride) / FLOAT];
    const [from, to] = [(a.at + row * a.stride) / FLOAT, (product.at + row * a.stride) / FLOAT];
    for (let k = 0; k < a.stride / FLOAT; k++) floats[to + k] = floats[from + k] * factor;
  }
  return product;
}

/** Murmur3's last step: every bit sways every bit. */
function mixed(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) | 0;
}

/** See `Arithmetic.dropoutMask`. */
export function dropoutMask(
  machine: Machine,
  shape: readonly number[],
  rate: number,
  seed: number,
  place: number,
): WasmTensor {
  const mask = WasmTensor.create(machine, shape);
  const first = mixed(seed + 0x9e3779b9);
  const second = mixed(first ^ mixed(place + 0x7f4a7c15));
  const limit = Math.round(rate * 2 ** 32) | 0;
  const count = mask.bytes / FLOAT;
  machine.run('dropout', count > MUCH, mask.at, count, first, second, limit, [1 / (1 - rate)]);
  return mask;
}
