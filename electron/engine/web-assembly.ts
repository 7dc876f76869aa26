/** Compiled code, by its bytes in base 64. */
const compiled = new Map<string, WebAssembly.Module>();

/** What build/assembly.mjs makes of a folder, out of base 64. */
export const bytesOf = (code: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(code), (byte) => byte.charCodeAt(0));

/**
 * A module out of base 64, compiled once in a process.
 * @throws WebAssembly.CompileError where this processor's or engine's WebAssembly knows less
 */
export function compile(code: string): WebAssembly.Module {
  const module = compiled.get(code) ?? new WebAssembly.Module(bytesOf(code));
  compiled.set(code, module);
  return module;
}
