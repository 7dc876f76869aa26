import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, readJson, sha256, writeJson } from '../setup/files.mjs';

const SPECS = 'test/programs';
/** What the proofs in Python's programs hold for: what writes and reads formats, what it is compared with, the programs. */
const PROVEN = [
  SPECS,
  'test/engine/formats',
  'test/fixtures/foreign',
  'electron/engine',
  'electron/contract',
  'electron/messages',
  'build/setup/tests/programs.txt',
  'package-lock.json',
];

/** Of the last run in which all of them held. @param {string} root */
const noteIn = (root) => join(root, '.cache', 'proofs.json');

/** @param {string} root @param {string} path a file or a folder @returns {string[]} relative to the checkout */
function filesOf(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  return found?.isFile() ? [path] : filesUnder(join(root, path)).map((name) => join(path, name));
}

/** @param {string} root of a checkout @returns {string} a hash over every file that the proofs hold for */
export function whatIsProven(root) {
  const files = PROVEN.flatMap((path) => filesOf(root, path));
  const lines = files
    .filter((file) => !file.includes('__pycache__'))
    .map((file) => `${file} ${sha256(readFileSync(join(root, file), 'latin1'))}`);
  return sha256(lines.join('\n'));
}

/**
 * Whether the proofs need not be run again: only where nothing they hold for has changed, and never in CI.
 * @param {string} root @param {Record<string, string | undefined>} [env]
 */
export const isProven = (root, env = process.env) => !env.CI && readJson(noteIn(root))?.sha256 === whatIsProven(root);

/**
 * Notes that all of them held, if they did; one that was skipped has shown nothing.
 * @param {string} root
 * @param {string} proven what it was when the run began
 * @param {{ testResults?: { name: string, assertionResults: { status: string }[] }[] } | undefined} report vitest's own
 */
export function noteProofs(root, proven, report) {
  const folder = `${join(root, SPECS).replaceAll('\\', '/')}/`;
  const specs = (report?.testResults ?? []).filter(({ name }) => name.replaceAll('\\', '/').startsWith(folder));
  const wanted = filesOf(root, SPECS).filter((file) => file.endsWith('.test.ts'));
  const held = specs.every(
    ({ assertionResults: all }) => all.length > 0 && all.every(({ status }) => status === 'passed'),
  );
  if (held && specs.length === wanted.length) writeJson(noteIn(root), { sha256: proven });
}
