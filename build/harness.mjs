import { parseArgs } from 'node:util';
import { nodeTool } from './tools.mjs';

/** @param {string} name @param {string} given @returns {string} */
function positive(name, given) {
  if (!(Number(given) > 0)) throw new Error(`--${name} takes a number above 0, not "${given}".`);
  return given;
}

/**
 * Runs what breaks things on purpose, and nothing else: as `npm test` does, or, with `--minutes`, each part for that long.
 * @param {string[]} args `--minutes n`, `--seed n`, and paths of single parts
 * @returns {Promise<number>} exit code
 */
export async function runHarness(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { minutes: { type: 'string' }, seed: { type: 'string' } },
  });
  if (values.minutes !== undefined) process.env.AESOP_HARNESS_MINUTES = positive('minutes', values.minutes);
  if (values.seed !== undefined) process.env.AESOP_HARNESS_SEED = positive('seed', values.seed);
  const parts = positionals.length > 0 ? positionals : ['test/harness'];
  return nodeTool('vitest/vitest.mjs', ['run', '--project', 'node', ...parts]);
}
