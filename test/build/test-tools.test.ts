import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Sandbox } from './sandbox.ts';

/** Runs what comes after its own options, as sudo, timeout and env do. */
const runsTheRest = (options: number) => `
const [program, ...args] = process.argv.slice(${2 + options});
process.exit(require('node:child_process').spawnSync(program, args, { stdio: 'inherit' }).status ?? 1);`;

/** Writes down what it is asked for; a package that is installed is a program of its name. */
const APT_GET = `
const { appendFileSync, existsSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
appendFileSync(join(__dirname, '..', 'apt'), process.argv.slice(2).join(' ') + '\\n');
if (existsSync(join(__dirname, '..', 'offline'))) process.exit(100);
if (process.argv.includes('install') && !process.argv.includes('--download-only'))
  for (const name of ['Xvfb', 'xauth'].filter((name) => process.argv.includes(name.toLowerCase())))
    writeFileSync(join(__dirname, name), '#!/bin/sh\\n', { mode: 0o755 });`;

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
  sandbox.addProgram('sudo', runsTheRest(1));
  sandbox.addProgram('timeout', runsTheRest(3));
  sandbox.addProgram('env', runsTheRest(1));
  // what sudo is asked whether it would do
  sandbox.addProgram('true', '');
  sandbox.addProgram('pip3', '');
  sandbox.addProgram('fc-list', 'console.log("Noto Sans CJK SC")');
  sandbox.addProgram('apt-get', APT_GET);
});
afterEach(() => sandbox.remove());

/** What apt-get was asked for, a line each. */
function asked(): string[] {
  const path = join(sandbox.folder, 'apt');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

describe.runIf(process.platform === 'linux')('what the tests want of the machine', () => {
  test('is installed by the tests alone, and said in one line', async () => {
    for (const verb of ['setup', 'aesop']) await sandbox.start(verb).finished;
    expect(asked()).toEqual([]);
    const { stderr } = await sandbox.start('test').finished;
    expect(stderr).toMatch(
      /^Set-up: apt-get install (chromium-headless-shell )?xvfb xauth( libgtk-3-0 libnss3 libgbm1 libasound2)?, for the tests …$/m,
    );
    expect(asked().filter((line) => line.includes('xvfb xauth'))).toHaveLength(2);
    expect(stderr).not.toContain('a virtual display');
  });

  test('is missing where it cannot be had: said with its packages, and not tried again on the same day', async () => {
    sandbox.write('offline', '');
    const { stderr } = await sandbox.start('test').finished;
    expect(stderr).toMatch(
      /the tests do without .*a virtual display.* \(Debian, Ubuntu: apt-get install .*xvfb xauth.*\)/,
    );
    const { length } = asked();
    await sandbox.start('test').finished;
    expect(asked()).toHaveLength(length);
    await sandbox.start('setup', '--tests').finished;
    expect(asked().length).toBeGreaterThan(length);
  });

  test('leaves a machine without apt-get as it is', async () => {
    sandbox.removeProgram('apt-get');
    const { stderr } = await sandbox.start('test').finished;
    expect(stderr).toContain('a virtual display');
    expect(stderr).not.toContain('apt-get install xvfb xauth, for the tests');
  });
});
