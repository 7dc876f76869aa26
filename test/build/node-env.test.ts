import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { withNodeEnv } from '../../build/setup/node-env.mjs';

const ROOT = new URL('../../', import.meta.url);

test('a part read before it is built leaves the environment of what follows alone', async () => {
  const code = `
    const { importTypeScript } = await import('./build/setup/typescript.mjs');
    await importTypeScript('contract/message.ts');
    console.log(typeof process.env.NODE_ENV);`;
  const env: Partial<NodeJS.ProcessEnv> = { ...process.env };
  delete env.NODE_ENV;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    cwd: ROOT,
    env: env as NodeJS.ProcessEnv,
  });
  expect(stdout.trim()).toBe('undefined');
});

test('work has its NODE_ENV, and what was there comes back, also after a failure', async () => {
  const before = process.env.NODE_ENV;
  expect(await withNodeEnv('production', async () => process.env.NODE_ENV)).toBe('production');
  await expect(withNodeEnv('production', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(process.env.NODE_ENV).toBe(before);
});
