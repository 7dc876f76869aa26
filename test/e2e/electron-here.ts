import { installedElectron, reasonAgainstWindow } from '../../build/start.mjs';
import { hasOwnDisplay } from './display.ts';

/** Why the specs cannot run in Electron here; '' where they can. Nothing is downloaded to find out. */
export function reasonAgainstElectron(): string {
  if (!installedElectron()) return 'no Electron is unpacked here (ELECTRON_OVERRIDE_DIST_PATH may name one)';
  const env = hasOwnDisplay() ? { DISPLAY: 'of its own' } : process.env;
  return reasonAgainstWindow({ platform: process.platform, env, root: process.getuid?.() === 0 });
}
