import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { keepToTools, onChanges } from '../../build/checks/caches.mjs';
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

describe('a check of what changed', () => {
  let asked: string[][];
  let ok: boolean;
  let meanwhile: () => void;
  const check = async () => {
    const outcome = await onChanges(root, 'some', /\.ts$/, async (changed) => {
      asked.push(changed);
      meanwhile();
      return { ok, output: '' };
    });
    return outcome.ok;
  };

  beforeEach(() => {
    asked = [];
    ok = true;
    meanwhile = () => {};
    write('a.ts', 'one');
    write('electron/b.ts', 'one');
  });

  test('looks at all files, then at those that changed, then at none', async () => {
    await check();
    write('electron/b.ts', 'two');
    write('electron/b.md', 'not looked at');
    await check();
    expect(await check()).toBe(true);
    expect(asked).toEqual([['a.ts', join('electron', 'b.ts')], [join('electron', 'b.ts')]]);
  });

  test('knows a file by its contents, though its size and time are those of the last one', async () => {
    await check();
    const { atime, mtime } = statSync(join(root, 'a.ts'));
    utimesSync(write('a.ts', 'two'), atime, mtime);
    await check();
    expect(asked[1]).toEqual(['a.ts']);
  });

  test('looks again at what failed, until it passes', async () => {
    ok = false;
    expect([await check(), await check()]).toEqual([false, false]);
    expect(asked[1]).toEqual(asked[0]);
  });

  test('looks again where a file is gone, and where one was saved meanwhile', async () => {
    await check();
    rmSync(join(root, 'a.ts'));
    meanwhile = () => write('electron/b.ts', 'two');
    await check();
    meanwhile = () => {};
    await check();
    expect(asked.slice(1)).toEqual([[], [join('electron', 'b.ts')]]);
  });
});

describe('types of what changed', () => {
  const page = 'Page.svelte';
  const translation = () => join(root, '.svelte-check/Page.ts');
  let calls: string[][];
  let ok: boolean;

  /** Translates the page unless its translation is there, as svelte-check does for a file of known size and time. */
  async function svelteCheck(...options: string[]) {
    calls.push(options);
    if (!existsSync(translation())) write('.svelte-check/Page.ts', readFileSync(join(root, page), 'utf8'));
    write('.svelte-check/manifest.json', JSON.stringify({ entries: { [page]: { outPath: '.svelte-check/Page.ts' } } }));
    return { ok, output: '' };
  }
  const check = (changed: string[], all = [page]) => quickTypes(root, changed, all, svelteCheck);

  beforeEach(() => {
    calls = [];
    ok = true;
    write(page, '<p>one</p>');
  });

  test('translate a component that changed, and no other', async () => {
    await check([page]);
    write(page, '<p>two</p>');
    await check(['a.ts']);
    expect(readFileSync(translation(), 'utf8')).toBe('<p>one</p>');
    await check([page]);
    expect(readFileSync(translation(), 'utf8')).toBe('<p>two</p>');
  });

  test('keep no translation of what failed', async () => {
    ok = false;
    await check([page]);
    expect(existsSync(translation())).toBe(false);
  });

  test('are checked from nothing when a component could not be translated', async () => {
    await check(['Broken.svelte'], [page, 'Broken.svelte']);
    expect(calls).toEqual([['--incremental', '--tsgo'], []]);
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
  expect(isKept('renderer/.prettierrc.json', '{ "semi": false }')).toEqual([]);
  expect(isKept('node_modules/.package-lock.json', '{ "version": 2 }')).toEqual([]);
});
