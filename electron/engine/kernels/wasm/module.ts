import { plain, relaxed } from './assembly/index.ts?assembly';

/** Compiled code of either build, by its bytes in base 64. */
const compiled = new Map<string, WebAssembly.Module>();

function compile(code: string): WebAssembly.Module {
  const module = compiled.get(code) ?? new WebAssembly.Module(Buffer.from(code, 'base64'));
  compiled.set(code, module);
  return module;
}

/** The kernels for this process: with fused multiply-add where its WebAssembly knows it (Node 22 and later). */
export function kernelsModule(): WebAssembly.Module {
  return compile(WebAssembly.validate(Buffer.from(relaxed, 'base64')) ? relaxed : plain);
}

/** The kernels that give the same bits on every machine. */
export function exactKernelsModule(): WebAssembly.Module {
  return compile(plain);
}
