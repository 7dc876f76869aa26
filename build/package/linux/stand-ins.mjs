import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../../setup/command.mjs';
import { CACHE } from '../../setup/files.mjs';

/** The best compression of hundreds of megabytes takes a quarter of an hour. */
const QUICKLY = { ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' };
const APPIMAGE_TOOLS = join(CACHE, 'appimage-tools');

/**
 * electron-builder's folder of tools for AppImages, out of the system's. What an AppImage begins with, its runtime, is in no
 * package: APPIMAGE_RUNTIME names one.
 * @returns {Record<string, string>}
 */
function appImageTools() {
  const { APPIMAGE_RUNTIME: runtime } = process.env;
  const tools = ['mksquashfs', 'desktop-file-validate'].map((name) => ({ name, path: findProgram(name) }));
  if (!runtime || tools.some(({ path }) => !path)) return {};
  rmSync(APPIMAGE_TOOLS, { recursive: true, force: true });
  for (const folder of ['runtimes', join('lib', 'x64')]) mkdirSync(join(APPIMAGE_TOOLS, folder), { recursive: true });
  for (const { name, path } of tools) symlinkSync(path, join(APPIMAGE_TOOLS, name));
  copyFileSync(runtime, join(APPIMAGE_TOOLS, 'runtimes', 'runtime-x64'));
  return { APPIMAGE_TOOLS_PATH: APPIMAGE_TOOLS };
}

/**
 * The system's own tools in the place of those that electron-builder downloads.
 * @returns {{ env: Record<string, string>, missing: Record<string, string> }} for electron-builder; and which Linux targets
 *   cannot be made by them, with what they need
 */
export function standIns() {
  const sevenZip = findProgram('7za', '7zz', '7z');
  const images = appImageTools();
  /** @type {Record<string, string>} */
  const missing = {};
  if (!findProgram('dpkg-deb')) missing.deb = 'dpkg-deb';
  if (!findProgram('rpmbuild')) missing.rpm = 'rpmbuild (Debian: rpm)';
  if (!sevenZip) missing.zip = '7za (Debian: p7zip-full)';
  if (!images.APPIMAGE_TOOLS_PATH)
    missing.AppImage = 'mksquashfs, desktop-file-validate and a runtime, named by APPIMAGE_RUNTIME';
  const fpm = fileURLToPath(new URL('fpm.mjs', import.meta.url));
  return {
    env: { CUSTOM_FPM_PATH: fpm, ...(sevenZip ? { ELECTRON_BUILDER_7ZIP_PATH: sevenZip, ...QUICKLY } : {}), ...images },
    missing,
  };
}
