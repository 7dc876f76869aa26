import { join } from 'node:path';
import { writeNote } from '../../electron/native/installation.mjs';
import { ROOT } from '../../build/setup/files.mjs';
import { importTypeScript } from '../../build/setup/typescript.mjs';
import { PLATFORMS, Unavailable } from './places.mjs';

/** The product's own way brings it; the engines of this account must not be among them, for what is unused is removed. */
const ENGINES = join(PLATFORMS, 'engines');

/**
 * TensorFlow of another system with the add-on that was built for it, brought as set-up brings it there.
 * @param {import('../../electron/native/systems.ts').System} system
 * @param {(engine: string) => Promise<void>} prove loads and computes, in that system
 * @returns {Promise<string>} the engine's folder
 * @throws Unavailable where the add-on was not built
 */
export async function engineOf(system, prove) {
  process.env.AESOP_ENGINES = ENGINES;
  /** @type {typeof import('../../electron/native/index.ts')} */
  const native = await importTypeScript('native/index.ts');
  const addon = await native.findAddon(system, ROOT);
  if (!addon) throw new Unavailable(`there is no add-on for ${system}; build it: npm run addons -- ${system}`);
  const name = await native.bringEngine({
    system,
    variant: 'cpu',
    addon: native.addonFrom(system, addon),
    prove,
    keep: (folder) => writeNote(addon, { folder }),
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  return join(ENGINES, name);
}
