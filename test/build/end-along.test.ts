import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { processes } from '../tools/processes.mjs';

const MODULE = new URL('../tools/end-along.mjs', import.meta.url).href;
const PARENT = `
  import { spawn } from 'node:child_process';
  import { endAlong } from '${MODULE}';
  const child = endAlong(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']));
  console.log(child.pid);
  process.stdin.once('data', () => process.exit());
`;

const runs = (pid: number) => processes().some((one) => one.pid === pid);

test.each(['a signal', 'its own exit'])('a process that ends by %s takes the child along', async (way) => {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(parent.stdout), 'line');
  const child = Number(line);
  expect(runs(child)).toBe(true);
  if (way === 'a signal') parent.kill('SIGTERM');
  else parent.stdin.write('\n');
  await expect.poll(() => runs(child), { timeout: 30_000 }).toBe(false);
});
