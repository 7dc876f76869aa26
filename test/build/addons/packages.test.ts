import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SYSTEMS } from '../../../build/addons/systems.mjs';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const listed: Record<string, Record<string, { sha256: string; bytes: number }>> = read('native/addons.json');

describe('the packages of the add-ons', () => {
  test('are those of every system', () => {
    expect(read('native/package.json').workspaces).toEqual(Object.keys(SYSTEMS));
    expect(Object.keys(listed)).toEqual(Object.keys(SYSTEMS));
  });

  test.each(Object.keys(SYSTEMS))('%s is for that system alone, in the version of the program', (system) => {
    const [platform, arch] = system.split('-');
    expect(read(`native/${system}/package.json`)).toMatchObject({
      name: `@aesop/native-${system}`,
      version: read('package.json').version,
      os: [platform],
      cpu: [arch],
      ...(platform === 'linux' ? { libc: ['glibc'] } : {}),
      files: expect.arrayContaining(Object.keys(listed[system])),
    });
  });

  test.each(Object.keys(SYSTEMS))('%s is small, and listed by hash', (system) => {
    for (const { sha256, bytes } of Object.values(listed[system])) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(bytes).toBeLessThan(500_000);
    }
  });
});
