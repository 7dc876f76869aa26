import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** @param {import('electron-builder').AfterPackContext} context */
function programOf({ appOutDir, packager, electronPlatformName }) {
  const { productFilename, name } = packager.appInfo;
  if (electronPlatformName === 'darwin')
    return join(appOutDir, `${productFilename}.app`, 'Contents', 'MacOS', productFilename);
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`);
  return join(appOutDir, name);
}

/** The fuses that a program has, by number: none before Electron 12. @param {string} program */
const fusesOf = (program) =>
  getCurrentFuseWire(program).catch((error) => {
    if (/sentinel/.test(error.message)) return undefined;
    throw error;
  });

/** What the app never uses shuts. @param {string} platform @returns {Record<number, boolean>} */
const wantedFuses = (platform) => ({
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
});

/**
 * Last hand on the unpacked app: what a given Electron left behind goes, and its fuses shut what the app never uses, as far
 * as it has them.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
  rmSync(join(context.appOutDir, 'version'), { force: true });
  const program = programOf(context);
  const there = await fusesOf(program);
  const wanted = Object.entries(wantedFuses(context.electronPlatformName)).map(([fuse, on]) => ({
    fuse: Number(fuse),
    on,
  }));
  const flipped = wanted.filter(({ fuse }) => there && fuse in there);
  if (flipped.length < wanted.length) {
    const lacking = wanted.filter((one) => !flipped.includes(one)).map(({ fuse }) => FuseV1Options[fuse]);
    console.log(`This Electron is too old for ${lacking.join(', ')}: the package is for trying only.`);
  }
  if (flipped.length === 0) return;
  await flipFuses(program, {
    version: FuseVersion.V1,
    // codesign is there on macOS only, and nobody else packs for it
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...Object.fromEntries(flipped.map(({ fuse, on }) => [fuse, on])),
  });
}
