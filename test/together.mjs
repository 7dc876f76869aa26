import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where functions of ours are called, or processes that end with the test; not where the engine or its settings are chosen. */
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
  'test/harness',
  'test/messages',
  'test/native',
  'test/server',
  'test/storage',
  'test/studio',
  'test/typesetting',
  'test/worker',
];

const PAGES = 'test/renderer';

/** What the next file in the same process would meet, an engine too; what is spied on is given back after each file. */
const LEAVES_TRACES =
  /\bvi\.(?!(fn|spyOn|restoreAllMocks|waitFor)\b)|\bprocess\.(?!pid\b|platform\b|arch\b|execPath\b|version)|\bglobalThis\b|\.prototype\b|\btensorflow-here\b|\bloadRuntime\b/;

/** @param {string} path @param {string} source @returns {boolean} whether a test file may share its process with others */
export function mayShare(path, source) {
  return [...FOLDERS, PAGES].some((folder) => path.startsWith(`${folder}/`)) && !LEAVES_TRACES.test(source);
}

/** @param {readonly string[]} folders @returns {string[]} the test files in them that may share a process */
function sharing(folders) {
  const found = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const tests = found.map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.test.ts'));
  return tests.filter((path) => mayShare(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** @returns {string[]} the test files, relative to the checkout, that need no process of their own */
export const filesTogether = () => sharing(FOLDERS);
/** @returns {string[]} the tests of the renderer that need none, as long as each has a page of its own */
export const pagesTogether = () => sharing([PAGES]);
