/** The cutter of words.ts compiled from AssemblyScript by build/assembly.mjs, as base 64. */
declare module '*/words.ts?assembly' {
  export const words: string;
}
