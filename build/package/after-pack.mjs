import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Every Electron that knows fuses carries this text in its program. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** @param {import('electron-builder').AfterPackContext} context */
function programOf({ appOutDir, packager, electronPlatformName }) {
  const { productFilename, name } = packager.appInfo;
  if (electronPlatformName === 'darwin')
    return join(appOutDir, `${productFilename}.app`, 'Contents', 'MacOS', productFilename);
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`);
  return join(appOutDir, name);
}

/**
 * Last hand on the unpacked app: what a given Electron left behind goes, and its fuses shut what the app never uses.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
  rmSync(join(context.appOutDir, 'version'), { force: true });
  const program = programOf(context);
  if (!readFileSync(program).includes(FUSE_SENTINEL)) {
    console.log('This Electron is too old for fuses: the package is for trying only.');
    return;
  }
  await flipFuses(program, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: context.electronPlatformName !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}
