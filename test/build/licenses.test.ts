import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { licenseOf } from '../../build/package/license-of.mjs';
import { thirdPartyLicenses } from '../../build/package/licenses.mjs';
import { ROOT } from '../../build/setup/files.mjs';
import { temporaryFolder } from '../storage/temporary-folder.ts';

interface Locked {
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const LOCK: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages;
const text = thirdPartyLicenses();
/** Each licence with the titles of those that it is for. */
const parts = text.split(/\n-{80}\n/).map((part) => part.trim());

/** Where Node finds a dependency of the package in `folder`. */
function resolve(folder: string, name: string): string {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    const found = [at, 'node_modules', name].filter(Boolean).join('/');
    if (LOCK[found]) return found;
    if (!at.includes('/node_modules/')) return `node_modules/${name}`;
  }
}

/** Folders of everything that the production dependencies need, as electron-builder packs them. */
function packed(folder = '', found = new Set<string>()): Set<string> {
  for (const name of Object.keys(LOCK[folder].dependencies ?? {})) {
    const needed = resolve(folder, name);
    if (found.has(needed)) continue;
    found.add(needed);
    packed(needed, found);
  }
  return found;
}

/** Names and versions that the bundler lists beside what it made. */
const bundled = ['dist/electron', 'dist/renderer'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.startsWith('bundled-'))
    .flatMap((file): { name: string; version: string }[] => JSON.parse(read(join(folder, file)))),
);

const partOf = (name: string, version: string) =>
  parts.find((part) => part.split('\n').some((line) => `${line} `.startsWith(`${name} ${version} `))) ?? '';

describe('the licences that go along', () => {
  test('name every package that is packed, with the text of its own files', () => {
    const folders = [...packed()];
    expect(folders.length).toBeGreaterThan(100);
    for (const folder of folders) {
      const part = partOf(folder.split('node_modules/').at(-1)!, LOCK[folder].version);
      expect(part, folder).toMatch(/Permission|Redistribution|Licensed under|TERMS AND CONDITIONS|warrant/i);
      const files = readdirSync(join(ROOT, folder)).filter((name) => /^licen[cs]e(\.md|\.txt)?$/i.test(name));
      for (const file of files) expect(part, join(folder, file)).toContain(read(join(folder, file)).trim());
    }
  });

  test('name every package inside the bundles, and the fonts', () => {
    const names = bundled.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['svelte', 'chart.js', 'zod', 'commander', 'ws']));
    for (const { name, version } of bundled) expect(partOf(name, version).length, name).toBeGreaterThan(500);
    for (const font of ['@fontsource-variable/inter', '@fontsource-variable/source-serif-4'])
      expect(partOf(font, LOCK[`node_modules/${font}`].version)).toContain('SIL OPEN FONT LICENSE');
  });

  test('name the lists of others inside our own files', () => {
    expect(partOf('jieba', '0.42.1,')).toMatch(/Copyright \(c\) 2013 Sun Junyi[^]*Permission is hereby granted/);
    expect(parts.find((part) => part.startsWith('OpenCC, '))).toMatch(/BYVoid[^]*TERMS AND CONDITIONS/);
  });

  test('name nothing that only builds and tests', () => {
    for (const name of ['vitest', 'electron-builder', 'playwright-core', 'typescript'])
      expect(text).not.toContain(`\n${name} `);
  });

  test('are put into the package', () => {
    expect(read('build/electron-builder.yml')).toMatch(/- from: \.cache\/licenses\n\s+to: licenses\n/);
  });
});

describe('a package without a licence file', () => {
  function shipped(manifest: object, readme = '') {
    const folder = join(temporaryFolder(), 'fox');
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'README.md'), readme);
    return { name: 'fox', version: '1.0.0', folder: relative(ROOT, folder) };
  }

  test('goes with the text that it names, under its author', () => {
    const { text } = licenseOf(shipped({ license: '(Apache-2.0 AND MIT)', author: { name: 'Aesop' } }));
    expect(text).toMatch(/^Copyright \(c\) Aesop\n[^]*TERMS AND CONDITIONS[^]*Permission is hereby granted/);
  });

  test('or with what its README says', () => {
    const said = 'Copyright (c) 2013 Aesop\n\nPermission is hereby granted …\nOTHER DEALINGS IN THE\nSOFTWARE.';
    expect(licenseOf(shipped({ license: 'MIT' }, `# fox\n\n${said}\n\nMore.`)).text).toBe(said);
  });

  test('is not packed where nothing says under what licence it stands', () => {
    expect(() => licenseOf(shipped({}))).toThrow('fox says nothing of its licence');
    expect(() => licenseOf(shipped({ license: 'Fable-1.0' }))).toThrow('Fable-1.0');
  });
});
