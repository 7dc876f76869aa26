import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {'functions' | 'engine' | 'pages'} Group files that may run in one process, one after the other */

/** @type {Record<Group, string[]>} folders or files, the first that a file lies in decides */
const FOLDERS = {
  // one engine is chosen for a process, and stays
  engine: [
    'test/cases/engine.test.ts',
    'test/engine/formats',
    'test/engine/generation',
    'test/engine/inference',
    'test/engine/kernels',
    'test/engine/model',
    'test/engine/training',
    'test/engine/vectors',
    'test/worker/models',
  ],
  // where functions are called, or processes that end with the test
  functions: [
    'test/advice',
    'test/build',
    'test/cli/flags',
    'test/cli/output',
    'test/contract',
    'test/engine/data',
    'test/engine/documents',
    'test/engine/text',
    'test/harness',
    'test/main',
    'test/messages',
    'test/native',
    'test/server',
    'test/storage',
    'test/studio',
    'test/typesetting',
    'test/worker',
  ],
  pages: ['test/renderer'],
};

/** Parts of `process` that are read, or stand in what a test writes for a process of its own to run. */
const READ_OF_PROCESS =
  'pid|ppid|platform|arch|execPath|versions?|argv(?! ?=)|env(?!\\.\\w+ (?:[?|]{2})?=[^=]|\\[)|get(?:e?uid)|memoryUsage|kill|send|exit';
/**
 * What the next file in the same process would meet. What is spied on, stubbed or timed is given back after each file
 * (test/afterwards.ts).
 */
const LEAVES_TRACES = new RegExp(
  [
    String.raw`\bvi\.(?:mock|doMock|hoisted|resetModules)\b`,
    String.raw`(?<![-\w])process\.(?!(?:${READ_OF_PROCESS})\b)`,
    String.raw`\bdelete process\b`,
    String.raw`\bglobalThis\.\w+ \??=[^=]`,
    String.raw`(?<!\bspyOn\(\w{1,40})\.prototype\b`,
    // what these make goes when the file that loads them ends
    String.raw`/(?:sandbox|aesop)\.ts'`,
  ].join('|'),
);
const CHOOSES_ENGINE = /\btensorflow-here\b|\bloadRuntime\b/;
const NEEDS_OWN_ENGINE = /\bAESOP_ENGINE\b|\bprecision: 'fast'|\bgetBackend\b/;

/** @param {string} path @param {string} source of a test file @returns {Group | undefined} undefined where it needs a process of its own */
export function groupOf(path, source) {
  if (LEAVES_TRACES.test(source)) return undefined;
  const lies = Object.entries(FOLDERS).find(([, places]) =>
    places.some((place) => path === place || path.startsWith(`${place}/`)),
  );
  const group = /** @type {Group | undefined} */ (lies?.[0]);
  const takesEngine = group === 'engine' || (group === 'functions' && CHOOSES_ENGINE.test(source));
  if (takesEngine) return NEEDS_OWN_ENGINE.test(source) ? undefined : 'engine';
  return CHOOSES_ENGINE.test(source) ? undefined : group;
}

/** @returns {Record<Group, string[]>} the test files, relative to the checkout, that share processes */
export function filesTogether() {
  const names = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => `test/${name.replaceAll('\\', '/')}`).filter((path) => path.endsWith('.test.ts'));
  /** @type {Record<Group, string[]>} */
  const groups = { engine: [], functions: [], pages: [] };
  for (const file of files) {
    const group = groupOf(file, readFileSync(join(ROOT, file), 'utf8'));
    if (group) groups[group].push(file);
  }
  return groups;
}
