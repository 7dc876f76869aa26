import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where functions of ours are called and little else: no process, no engine's settings, no server. */
const FOLDERS = [
  'test/advice',
  'test/cli/flags',
  'test/cli/output',
  'test/contract',
  'test/engine/data',
  'test/engine/documents',
  'test/engine/formats',
  'test/engine/generation',
  'test/engine/inference',
  'test/engine/model',
  'test/engine/text',
  'test/engine/vectors',
  'test/messages',
  'test/storage',
];

/** What the next file in the same process would meet. */
const LEAVES_TRACES =
  /\bvi\.(?!fn\b)|\bprocess\.(?!pid\b|platform\b|arch\b|execPath\b|version)|\bglobalThis\b|\.prototype\b/;
/** @param {string} path @param {string} source @returns {boolean} whether a test file may share its process with others */
export function mayShare(path, source) {
  return FOLDERS.some((folder) => path.startsWith(`${folder}/`)) && !LEAVES_TRACES.test(source);
}

/** @returns {string[]} the test files, relative to the checkout, that need no process of their own */
export function filesTogether() {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const tests = found.map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.test.ts'));
  return tests.filter((path) => mayShare(path, readFileSync(join(ROOT, path), 'utf8')));
}
