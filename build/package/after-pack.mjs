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

/** Whether the program is an Electron that knows fuses (12 and later). @param {string} program */
const hasFuses = (program) =>
  getCurrentFuseWire(program).then(
    () => true,
    (error) => {
      if (/sentinel/.test(error.message)) return false;
      throw error;
    },
  );

/**
 * Last hand on the unpacked app: what a given Electron left behind goes, and its fuses shut what the app never uses.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
  rmSync(join(context.appOutDir, 'version'), { force: true });
  const program = programOf(context);
  if (!(await hasFuses(program))) {
    console.log('This Electron is too old for fuses: the package is for trying only.');
    return;
  }
  await flipFuses(program, {
    version: FuseVersion.V1,
    // codesign is there on macOS only, and nobody else packs for it
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: context.electronPlatformName !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}
