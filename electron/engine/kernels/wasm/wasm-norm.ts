import type { Machine } from './machine.ts';
import { ProductGradient, WholeGradient, type WasmGradient } from './wasm-gradient.ts';
import { FLOAT } from './storage.ts';

/** Numbers of one part, as assembly/elementwise.ts takes them. */
const PART = 4096;
const DOUBLE = 8;

function squareOfNumbers(machine: Machine, at: number, count: number): number {
  const parts = Math.ceil(count / PART);
  const sums = machine.room('squares', parts * DOUBLE);
  machine.run('squares', parts > 16, at, count, sums);
  let sum = 0;
  for (const each of machine.heap.doubles(sums, parts)) sum += each;
  return sum;
}

/** Square of a gradient's norm; by parts of one size, so that it is the same for any number of threads. */
export function squareOf(machine: Machine, gradient: WasmGradient): number {
  if (gradient instanceof WholeGradient) return squareOfNumbers(machine, gradient.storage.at, gradient.size);
  if (gradient instanceof ProductGradient) {
    if (!gradient.isThin || gradient.whole) return squareOf(machine, gradient.write());
    const at = machine.room('squares', DOUBLE);
    machine.run('squareOfProduct', false, ...gradient.factors, at);
    return machine.heap.doubles(at, 1)[0] * gradient.scale ** 2;
  }
  return squareOfNumbers(machine, gradient.storage.at, (gradient.count * gradient.stride) / FLOAT);
}
