import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { keepToTools } from '../../build/checks/caches.mjs';
import { sideBySide } from '../../build/checks/side-by-side.mjs';
import { quickTypes } from '../../build/checks/types.mjs';
import { temporaryFolder } from '../storage/temporary-folder.ts';

let root: string;
beforeEach(() => (root = temporaryFolder()));

function write(path: string, content: string): string {
  const whole = join(root, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

describe('checks side by side', () => {
  const passes = async () => ({ ok: true, output: 'not worth reading' });

  test('all run, though one fails and one breaks; what they say is said of those alone', async () => {
    const said: string[] = [];
    const checks = [
      { name: 'broken', run: () => Promise.reject(new Error('no such tool')) },
      { name: 'red', run: async () => ({ ok: false, output: 'line 3: wrong' }) },
      { name: 'green', run: passes },
    ];
    expect(await sideBySide(checks, { say: (line) => said.push(line) })).toBe(2);
    const all = said.join('\n');
    expect(all).toMatch(/FAILED {2}broken .*s\nError: no such tool/);
    expect(all).toMatch(/FAILED {2}red .*s\nline 3: wrong/);
    expect(all).toMatch(/ok {2}green/);
    expect(all).not.toContain('not worth reading');
  });

  test('no more of them at once than asked for', async () => {
    let [running, most] = [0, 0];
    const run = async () => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running -= 1;
      return passes();
    };
    const checks = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, run }));
    expect(await sideBySide(checks, { atOnce: 2, say: () => {} })).toBe(0);
    expect(most).toBe(2);
  });
});

describe('types of what changed', () => {
  const translation = () => join(root, '.svelte-check/svelte/++Page.svelte.ts');
  let calls: string[][];
  let ok: boolean;
  let meanwhile: () => void;

  /** Translates Page.svelte unless its translation is there, as svelte-check does for a file of known size and time. */
  async function svelteCheck(...options: string[]) {
    calls.push(options);
    if (!existsSync(translation()))
      write('.svelte-check/svelte/++Page.svelte.ts', readFileSync(join(root, 'Page.svelte'), 'utf8'));
    const entries = { 'Page.svelte': { outPath: '.svelte-check/svelte/++Page.svelte.ts' } };
    write('.svelte-check/manifest.json', JSON.stringify({ entries }));
    meanwhile();
    return { ok, output: '' };
  }
  const check = async () => (await quickTypes(root, svelteCheck)).ok;

  beforeEach(() => {
    calls = [];
    ok = true;
    meanwhile = () => {};
    write('electron/a.ts', 'export {};');
    write('Page.svelte', '<p>one</p>');
  });

  test('are not checked again while nothing that the compiler reads changed', async () => {
    await check();
    write('docs/page.md', 'new');
    expect(await check()).toBe(true);
    expect(calls).toEqual([['--incremental']]);
    write('electron/b.ts', 'export {};');
    await check();
    expect(calls).toHaveLength(2);
  });

  test('are checked until they pass', async () => {
    ok = false;
    expect([await check(), await check()]).toEqual([false, false]);
    expect(calls).toHaveLength(2);
  });

  test('are checked again when a file was saved during the check', async () => {
    meanwhile = () => write('electron/a.ts', 'export const a = 1;');
    await check();
    meanwhile = () => {};
    await check();
    expect(calls).toHaveLength(2);
  });

  test('know a component by its contents, though its size and time are those of the last one', async () => {
    await check();
    const { atime, mtime } = statSync(join(root, 'Page.svelte'));
    utimesSync(write('Page.svelte', '<p>two</p>'), atime, mtime);
    await check();
    expect(readFileSync(translation(), 'utf8')).toBe('<p>two</p>');
  });

  test('are checked from nothing when a component could not be translated', async () => {
    write('Broken.svelte', '{#if');
    await check();
    expect(calls).toEqual([['--incremental'], []]);
  });
});

test('what is kept goes with the tools and with their settings, and stays when a page for people changes', () => {
  write('node_modules/.package-lock.json', '{ "version": 1 }');
  write('.prettierrc.json', '{}');
  const kept = ['.cache/checks/prettier', '.svelte-check/manifest.json'];
  const isKept = (path: string, content: string) => {
    kept.forEach((file) => write(file, ''));
    write(path, content);
    keepToTools(root);
    return kept.filter((file) => existsSync(join(root, file)));
  };
  keepToTools(root);
  expect(isKept('README.md', 'new')).toEqual(kept);
  expect(isKept('electron/a.ts', 'new')).toEqual(kept);
  expect(isKept('.prettierrc.json', '{ "semi": false }')).toEqual([]);
  expect(isKept('node_modules/.package-lock.json', '{ "version": 2 }')).toEqual([]);
});
