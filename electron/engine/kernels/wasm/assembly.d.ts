/** Kernels compiled from AssemblyScript by build/assembly.mjs, as base 64. */
declare module '*/index.ts?assembly' {
  /** multiplies and adds one after the other */
  export const plain: string;
  /** multiplies and adds in one rounding where the processor can */
  export const relaxed: string;
  /** the product of telling.ts alone, over a memory that nobody shares */
  export const telling: string;
}
