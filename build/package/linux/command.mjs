import { spawnSync } from 'node:child_process';

/** @param {string} program @param {string[]} args @throws Error with what it said */
export function must(program, args) {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(error?.message ?? `${program} failed:\n${stdout}${stderr}`);
}
