import { compareVersions } from './facts.mjs';
import { allOf, ask } from './llvm.mjs';

/** @param {string} name @returns {import('./facts.mjs').Import} */
function asImport(name) {
  const [symbol, from = ''] = name.split('@');
  return { name: symbol, from };
}

/**
 * @param {string} headers of `llvm-readobj --file-headers --dynamic-table --needed-libs`
 * @param {string} undefinedNames of `llvm-nm -D --undefined-only --format=just-symbols`
 * @param {string} definedNames of the same with `--defined-only`
 * @returns {import('./facts.mjs').Facts}
 */
export function parseElf(headers, undefinedNames, definedNames) {
  const imports = undefinedNames.split('\n').filter(Boolean).map(asImport);
  const glibc = imports.flatMap(({ from }) => /^GLIBC_(\d[\d.]*)$/.exec(from)?.[1] ?? []);
  return {
    machine: /^Format: (\S+)$/m.exec(headers)?.[1] ?? '',
    libraries: allOf(headers, /NEEDED +Shared library: \[(.*)\]$/gm),
    searchPaths: allOf(headers, /R(?:UN)?PATH +Library r(?:un)?path: \[(.*)\]$/gm).flatMap((list) => list.split(':')),
    imports,
    exports: definedNames
      .split('\n')
      .filter(Boolean)
      .map((name) => name.split('@')[0]),
    oldest: glibc.sort(compareVersions).pop() ?? '',
  };
}

/** @param {string} file */
export async function readElf(file) {
  const names = (/** @type {string} */ which) =>
    ask('llvm-nm', ['-D', `--${which}-only`, '--format=just-symbols', file]);
  const headers = await ask('llvm-readobj', ['--file-headers', '--dynamic-table', file]);
  return parseElf(headers, await names('undefined'), await names('defined'));
}
