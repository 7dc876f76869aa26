import { plain, relaxed, telling } from './assembly/index.ts?assembly';

/** Compiled code of each build, by its bytes in base 64. */
const compiled = new Map<string, WebAssembly.Module>();

const bytesOf = (code: string) => Uint8Array.from(atob(code), (byte) => byte.charCodeAt(0));

function compile(code: string): WebAssembly.Module {
  const module = compiled.get(code) ?? new WebAssembly.Module(bytesOf(code));
  compiled.set(code, module);
  return module;
}

/** The kernels for this process: with fused multiply-add where its WebAssembly knows it (Node 22 and later). */
export function kernelsModule(): WebAssembly.Module {
  return compile(WebAssembly.validate(bytesOf(relaxed)) ? relaxed : plain);
}

/** The product of assembly/telling.ts alone: it gives the same bits on every machine, and runs in a page as well. */
export function tellingModule(): WebAssembly.Module {
  return compile(telling);
}
