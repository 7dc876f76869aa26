import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setup/command.mjs';
import { readJson, ROOT } from '../setup/files.mjs';
import { nodeTool } from '../tools.mjs';
import { COMPONENTS_KEPT, filesOf, keepToTools, onChanges } from './caches.mjs';
import { isProven, noteProofs, whatIsProven } from './proofs.mjs';
import { sideBySide } from './side-by-side.mjs';
import { formatting, linting } from './split.mjs';
import { quickTypes } from './types.mjs';

const REPORT = join('.cache', 'vitest.json');
const COMPONENTS = ['svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--threshold', 'error'];

/** What each quick check looks at, at most. */
const READ = {
  types: /\.(ts|mjs|cjs|js|svelte|json)$/,
  lint: /\.(ts|mjs|cjs|js|svelte)$/,
  format: /./,
  house: /^(electron|renderer|build|docs)\b/,
};
/** @param {string[]} command tool under node_modules, and its arguments */
function tool([script, ...args]) {
  const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
  const env = coloured ? { ...process.env, FORCE_COLOR: '1' } : process.env;
  return run(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, env });
}

/** Asks tools, one after the other. @param {string[][]} commands */
async function askEach(commands) {
  const outcomes = [];
  for (const command of commands) outcomes.push(await tool(command));
  return { ok: outcomes.every(({ ok }) => ok), output: outcomes.map(({ output }) => output).join('') };
}

/** Whether docs/house.md is true and no imports run in circles. @param {string[]} options */
const lookAtHouse = (...options) => run(process.execPath, [join(ROOT, 'build', 'house', 'main.mjs'), ...options]);

/**
 * @param {keyof typeof READ} name
 * @param {(changed: string[], all: string[]) => Promise<import('./side-by-side.mjs').Outcome>} look
 */
const quickly = (name, look) => ({ name, run: () => onChanges(ROOT, name, READ[name], look) });

/** @param {string[]} options */
const svelteCheck = (...options) => tool([...COMPONENTS, ...options]);

/** Types of every file, as if none had been looked at before. */
function allTypes() {
  rmSync(join(ROOT, COMPONENTS_KEPT), { recursive: true, force: true });
  return quickTypes(ROOT, [], filesOf(ROOT), svelteCheck);
}

/**
 * Format, lint and types of what changed since the last time, and the house.
 * @returns {Promise<number>} exit code
 */
export async function runQuickChecks() {
  keepToTools(ROOT);
  const failed = await sideBySide([
    quickly('types', (changed, all) => quickTypes(ROOT, changed, all, svelteCheck)),
    quickly('lint', (changed) => askEach(linting(changed))),
    quickly('format', (changed) => askEach(formatting('--check', changed))),
    quickly('house', () => lookAtHouse()),
  ]);
  return failed === 0 ? 0 : 1;
}

/** @param {string[][]} commands @returns {Promise<number>} exit code of the first that fails; the others are run, too */
async function toolsInTurn(commands) {
  const codes = [];
  for (const [script, ...args] of commands) codes.push(await nodeTool(script, args));
  return codes.find((code) => code !== 0) ?? 0;
}

/** @param {string[]} args options and paths for both linters @returns {Promise<number>} exit code */
export async function runLint(args) {
  return toolsInTurn(linting().map((command) => [...command, ...args]));
}

/**
 * Formats every file and makes the map of the house anew; says what only a person can write into it.
 * @returns {Promise<number>} exit code
 */
export async function runFormat() {
  const code = await toolsInTurn(formatting('--write'));
  const { output } = await lookAtHouse('--write');
  if (output) console.error(output.trim());
  return code;
}

/** @returns {{ passed: number, failed: number, skipped: number }} as vitest's own report counts */
function countTests() {
  const path = join(ROOT, REPORT);
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const broken = report.success === false && report.numFailedTests === 0 ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests,
  };
}

/**
 * Checks every file without what the quick checks keep, then runs the tests, all of it even when one fails, and closes
 * with one line that counts each check as a test.
 * @param {string[]} args for vitest; with any, only the tests run
 * @returns {Promise<number>} exit code
 */
export async function runTests(args) {
  const checks = [
    { name: 'types', run: allTypes },
    { name: 'lint', run: () => askEach(linting()) },
    { name: 'format', run: () => askEach(formatting('--check')) },
    { name: 'house', run: () => lookAtHouse() },
  ];
  const wanted = args.length > 0 ? [] : checks;
  const failed = await sideBySide(wanted);
  rmSync(join(ROOT, REPORT), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const proven = whatIsProven(ROOT);
  const spared = args.length === 0 && isProven(ROOT);
  if (spared) console.log('The proofs in other programs hold: nothing they look at has changed (CI=true runs them).');
  await nodeTool('vitest/vitest.mjs', ['run', ...reporters, ...(spared ? ['--project=!programs'] : args)]);
  noteProofs(ROOT, proven, readJson(join(ROOT, REPORT)));
  const tests = countTests();
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
  console.log(`${wanted.length - failed + tests.passed} passed, ${failed + tests.failed} failed${skipped}`);
  return failed + tests.failed === 0 ? 0 : 1;
}
