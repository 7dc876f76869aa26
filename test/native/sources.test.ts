import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enginesFolder } from '../../electron/native/installation.mjs';
import { findSources } from '../../electron/native/sources.ts';
import { systemOf } from '../../electron/native/systems.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const MIRROR = 'https://mirror.example/simple';

describe('where wheels come from', () => {
  test('a mirror that is named comes before what pip is told', () => {
    const env = { AESOP_WHEEL_INDEX: MIRROR, PIP_INDEX_URL: 'https://pip.example', AESOP_WHEELS: '/media/stick' };
    expect(findSources(env, 'linux', temporaryFolder())).toEqual({ index: MIRROR, folder: '/media/stick' });
    expect(findSources({ PIP_INDEX_URL: MIRROR }, 'linux', temporaryFolder())).toEqual({ index: MIRROR });
  });

  test.each([
    ['linux', '.config/pip/pip.conf'],
    ['linux', '.pip/pip.conf'],
    ['darwin', 'Library/Application Support/pip/pip.conf'],
  ] as const)('on %s pip’s configuration in %s holds here too', (platform, file) => {
    const home = temporaryFolder();
    mkdirSync(join(home, file, '..'), { recursive: true });
    writeFileSync(join(home, file), `[global]\ntimeout = 60\nindex-url = ${MIRROR}\n`);
    expect(findSources({}, platform, home)).toEqual({ index: MIRROR });
  });

  test('on Windows too', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'pip'));
    writeFileSync(join(folder, 'pip', 'pip.ini'), `[global]\r\nindex_url=${MIRROR}\r\n`);
    expect(findSources({ APPDATA: folder }, 'win32', temporaryFolder())).toEqual({ index: MIRROR });
  });

  test('an extra index is no index', () => {
    const file = join(temporaryFolder(), 'pip.conf');
    writeFileSync(file, `extra-index-url = ${MIRROR}`);
    expect(findSources({ PIP_CONFIG_FILE: file }, 'linux', temporaryFolder())).toEqual({});
  });
});

test.each([
  ['linux', {}, '/home/zoë/.local/share/aesop/engines'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/aesop/engines'],
  ['darwin', {}, '/home/zoë/Library/Application Support/Aesop/engines'],
] as const)('on %s with %j engines lie in %s', (platform, env, folder) => {
  expect(enginesFolder(env, platform, '/home/zoë')).toBe(folder);
});

test.each([
  ['linux', 'x64', true, 'linux-x64'],
  ['linux', 'x64', false, undefined],
  ['linux', 'arm64', true, 'linux-arm64'],
  ['win32', 'x64', false, 'win32-x64'],
  ['win32', 'arm64', false, undefined],
  ['darwin', 'arm64', false, 'darwin-arm64'],
  ['freebsd', 'x64', false, undefined],
])('%s on %s, glibc %s: %s', (platform, arch, glibc, system) => {
  expect(systemOf(platform, arch, glibc)).toBe(system);
});
