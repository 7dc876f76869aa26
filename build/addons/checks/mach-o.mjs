import { readFileSync } from 'node:fs';
import { allOf, ask } from './llvm.mjs';
import { signatureFlags } from './signature.mjs';

/** @param {string} name @returns {string} as it stands in the source */
const plain = (name) => name.replace(/^_/, '');

/** @param {string} headers of `llvm-objdump --macho --private-headers` @returns {{ kind: string, body: string }[]} */
function commands(headers) {
  const blocks = headers.split(/^Load command \d+$/m).slice(1);
  return blocks.map((body) => ({ kind: /^ *cmd (\S+)$/m.exec(body)?.[1] ?? '', body }));
}

/**
 * @param {string} headers of `llvm-objdump --macho --private-headers`
 * @param {string} undefinedNames of `llvm-nm -m --undefined-only`
 * @param {string} trie of `llvm-objdump --macho --exports-trie`
 * @returns {import('./facts.mjs').Facts & { signatureAt?: number }} `signatureAt`: where in the file it begins
 */
export function parseMachO(headers, undefinedNames, trie) {
  const all = commands(headers);
  const valuesOf = (/** @type {string} */ kind, /** @type {RegExp} */ pattern) =>
    all.filter((command) => command.kind === kind).flatMap(({ body }) => allOf(body, pattern));
  const imports = undefinedNames.matchAll(/\(undefined\).* external (\S+) \((?:from (.+)|dynamically looked up)\)$/gm);
  const [at] = valuesOf('LC_CODE_SIGNATURE', /^ *dataoff (\d+)$/gm);
  return {
    machine: /^MH_MAGIC_64 +(\S+)/m.exec(headers)?.[1] ?? '',
    libraries: valuesOf('LC_LOAD_DYLIB', /^ *name (\S+) \(offset \d+\)$/gm),
    searchPaths: valuesOf('LC_RPATH', /^ *path (\S+) \(offset \d+\)$/gm),
    imports: [...imports].map(([, name, from = '']) => ({ name: plain(name), from })),
    exports: allOf(trie, /^(?:0x[0-9A-F]+|\[re-export\]) +(\S+)/gm).map(plain),
    oldest: valuesOf('LC_BUILD_VERSION', /^ *minos (\S+)$/gm)[0] ?? '',
    installName: valuesOf('LC_ID_DYLIB', /^ *name (\S+) \(offset \d+\)$/gm)[0],
    ...(at ? { signatureAt: Number(at) } : {}),
  };
}

/** @param {string} file @returns {Promise<import('./facts.mjs').Facts>} */
export async function readMachO(file) {
  const headers = await ask('llvm-objdump', ['--macho', '--private-headers', file]);
  const names = await ask('llvm-nm', ['-m', '--undefined-only', file]);
  const facts = parseMachO(headers, names, await ask('llvm-objdump', ['--macho', '--exports-trie', file]));
  if (facts.signatureAt === undefined) return facts;
  return { ...facts, signature: signatureFlags(readFileSync(file).subarray(facts.signatureAt)) };
}
