import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/electron/cli.js', import.meta.url));

/** @param {string} folder of the check @param {...string} args @returns {Record<string, any>[]} what the program said */
function aesop(folder, ...args) {
  const line = [CLI, '--workspace', join(folder, 'workspace'), ...args, '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  assert.equal(status, 0, `aesop ${args.join(' ')}: ${stderr}`);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text));
}

/**
 * What the app left can be gone on with: at the terminal, from a checkpoint not before `least` steps.
 * @param {string} folder of the check @param {{ run: string, status: string, least: number }} expected
 */
export function assertGoesOn(folder, { run, status, least }) {
  const left = aesop(folder, 'runs').find(({ id }) => id === run);
  assert.equal(left?.status, status);
  assert.ok(left.step >= least, `it stands at step ${left.step}, not before ${least}`);
  const steps = left.step + 20;
  const told = aesop(folder, 'train', '--resume', run, '--steps', String(steps));
  assert.equal(told.find(({ type }) => type === 'started')?.step, left.step, 'it goes on where it stood');
  const end = told.at(-1);
  assert.equal(end?.type, 'done');
  assert.equal(end.steps, steps);
}
