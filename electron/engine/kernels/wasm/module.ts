import { bytesOf, compile } from '../../web-assembly.ts';
import { plain, relaxed, telling } from './assembly/index.ts?assembly';

/** The kernels for this process: with fused multiply-add where its WebAssembly knows it (Node 22 and later). */
export function kernelsModule(): WebAssembly.Module {
  return compile(WebAssembly.validate(bytesOf(relaxed)) ? relaxed : plain);
}

/** The product of assembly/telling.ts alone: it gives the same bits on every machine, and runs in a page as well. */
export function tellingModule(): WebAssembly.Module {
  return compile(telling);
}
