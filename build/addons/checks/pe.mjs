import { allOf, ask } from './llvm.mjs';

/**
 * @param {string} text of `llvm-readobj --file-headers --coff-imports --coff-exports`
 * @returns {import('./facts.mjs').Facts}
 */
export function parsePe(text) {
  const blocks = [...text.matchAll(/^(Import|DelayImport|Export) \{\n([^]*?)^\}/gm)];
  const imported = blocks
    .filter(([, kind]) => kind !== 'Export')
    .map(([, , body]) => ({
      library: /^ +Name: (\S+)$/m.exec(body)?.[1] ?? '',
      names: allOf(body, /^ +Symbol: (\S+) \(\d+\)$/gm),
    }));
  const [major, minor] = ['Major', 'Minor'].map(
    (part) => new RegExp(`${part}SubsystemVersion: (\\d+)`).exec(text)?.[1],
  );
  return {
    machine: /^Format: (\S+)$/m.exec(text)?.[1] ?? '',
    libraries: imported.map(({ library }) => library),
    searchPaths: [],
    imports: imported.flatMap(({ library, names }) => names.map((name) => ({ name, from: library }))),
    exports: blocks.filter(([, kind]) => kind === 'Export').flatMap(([, , body]) => allOf(body, /^ +Name: (\S+)$/gm)),
    oldest: `${major}.${minor}`,
  };
}

/** @param {string} file */
export const readPe = async (file) =>
  parsePe(await ask('llvm-readobj', ['--file-headers', '--coff-imports', '--coff-exports', file]));
