import { plain, relaxed } from './assembly/index.ts?assembly';

let compiled: WebAssembly.Module | undefined;

/** The kernels for this process: with fused multiply-add where its WebAssembly knows it (Node 22 and later). */
export function kernelsModule(): WebAssembly.Module {
  if (!compiled) {
    const best = Buffer.from(relaxed, 'base64');
    compiled = new WebAssembly.Module(WebAssembly.validate(best) ? best : Buffer.from(plain, 'base64'));
  }
  return compiled;
}
