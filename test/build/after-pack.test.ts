import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import afterPack from '../../build/package/after-pack.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aesop-pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [OFF, ON] = ['0', '1'].map((state) => state.charCodeAt(0));
/** What @electron/fuses looks for in a program: a text, a version, the number of fuses, their states. */
const wireOf = (states: string) =>
  Buffer.from(`dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01${String.fromCharCode(states.length)}${states}`, 'latin1');
const WIRE = wireOf('10110011');

/** Where electron-builder puts the program of each system, and the file that holds its fuses. */
const PROGRAMS = {
  linux: ['aesop', 'aesop'],
  win32: ['Aesop.exe', 'Aesop.exe'],
  darwin: [
    'Aesop.app/Contents/MacOS/Aesop',
    'Aesop.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
  ],
};
type Platform = keyof typeof PROGRAMS;

/** An unpacked app with only what the last hand touches. */
function unpacked(platform: Platform, wire: Buffer) {
  const appOutDir = mkdtempSync(join(folder, `${platform}-`));
  const [program, fused] = PROGRAMS[platform].map((file) => join(appOutDir, file));
  const files = [program, fused, join(appOutDir, 'version'), join(appOutDir, 'resources', 'default_app.asar')];
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, file === fused ? Buffer.concat([Buffer.alloc(1000, 'x'), wire, Buffer.alloc(1000)]) : '');
  }
  const packager = { appInfo: { productFilename: 'Aesop', name: 'aesop' } };
  return { context: { appOutDir, electronPlatformName: platform, packager } as AfterPackContext, program, fused };
}

test.each(Object.keys(PROGRAMS) as Platform[])('on %s the fuses shut what the app never uses', async (platform) => {
  const { context, program } = unpacked(platform, WIRE);
  await afterPack(context);
  expect(await getCurrentFuseWire(program)).toMatchObject({
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform === 'linux' ? OFF : ON,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
  });
  expect(existsSync(join(context.appOutDir, 'resources', 'default_app.asar'))).toBe(false);
  expect(existsSync(join(context.appOutDir, 'version'))).toBe(false);
});

test('an Electron with fewer fuses gets those shut that it has, and nothing else is written', async () => {
  const { context, program, fused } = unpacked('linux', wireOf('1011001'));
  const before = readFileSync(fused);
  await afterPack(context);
  expect(await getCurrentFuseWire(program)).toMatchObject({
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
  });
  expect(await getCurrentFuseWire(program)).not.toHaveProperty(String(FuseV1Options.GrantFileProtocolExtraPrivileges));
  expect(readFileSync(fused).subarray(-1000)).toEqual(before.subarray(-1000));
});

test('an Electron from before the fuses stays as it is', async () => {
  const { context, fused } = unpacked('linux', Buffer.alloc(0));
  const before = readFileSync(fused);
  await afterPack(context);
  expect(readFileSync(fused)).toEqual(before);
});
