import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/files.mjs';
import { nodeTool } from './tools.mjs';

const REPORT = join('.cache', 'vitest.json');
const FORMAT = ['prettier/bin/prettier.cjs', '--log-level', 'warn', '--check', '.'];
export const LINT = ['eslint/bin/eslint.js', '--cache', '--cache-location', '.cache/eslint/', '.'];
export const TYPES = ['typescript/bin/tsc', '--noEmit'];
/** Types inside Svelte components. */
export const COMPONENTS = ['svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--threshold', 'error'];

/** @type {Record<string, string[]>} */
const CHECKS = { format: FORMAT, lint: LINT, types: TYPES, components: COMPONENTS };

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
 * Runs format, lint and type checks, then the tests, all of them even when one fails, and closes with one line that
 * counts each check as a test.
 * @param {string[]} args for vitest; with any, only the tests run
 * @returns {Promise<number>} exit code
 */
export async function runChecks(args) {
  let [passed, failed] = [0, 0];
  for (const [name, [tool, ...fixed]] of args.length > 0 ? [] : Object.entries(CHECKS)) {
    const started = Date.now();
    const code = await nodeTool(tool, fixed);
    console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
    if (code === 0) passed += 1;
    else failed += 1;
  }
  rmSync(join(ROOT, REPORT), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  await nodeTool('vitest/vitest.mjs', ['run', ...reporters, ...args]);
  const tests = countTests();
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
  console.log(`${passed + tests.passed} passed, ${failed + tests.failed} failed${skipped}`);
  return failed + tests.failed === 0 ? 0 : 1;
}
