import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as installation from '../../../electron/native/installation.mjs';
import { ROOT } from '../files.mjs';

/** Raise it when the recipe changes: what older set-ups made is then made anew. */
const RECIPE = 2;
const ONE_DAY = 24 * 3600 * 1000;

/** The package whose add-on loads TensorFlow; the one that the authors of tfjs publish is put into it. */
export const PACKAGE = join(ROOT, 'node_modules', '@tensorflow', 'tfjs-node-gpu');

/**
 * @typedef {object} Note what set-up found for this checkout; the runtime reads engine, variant, folder, reason and install
 * @property {number} recipe
 * @property {'tensorflow' | 'portable'} engine
 * @property {import('./plan.mjs').Variant} [variant]
 * @property {string} [folder] name of the engine's folder; without it the add-on lies in the package
 * @property {import('./message.mjs').Message | ''} reason why not a better engine, '' when this is the best
 * @property {import('./message.mjs').Message | ''} install
 * @property {boolean} passing the reason may go by itself
 * @property {number} time ms since 1970
 * @property {import('./machine.mjs').Machine} machine
 * @property {Record<string, number>} files of the published add-on: path in the package → bytes
 */

/** @returns {Note | undefined} */
export const readNote = () => installation.readNote(ROOT);

/** @param {Omit<Note, 'recipe' | 'time'>} note */
export function writeNote(note) {
  installation.writeNote(ROOT, { recipe: RECIPE, time: Date.now(), ...note });
}

/** @param {Note} note */
function whole({ folder, files }) {
  if (folder !== undefined) return installation.isWhole(join(installation.enginesFolder(), folder));
  return Object.entries(files).every(([file, size]) => {
    const path = join(PACKAGE, file);
    return existsSync(path) && statSync(path).size === size;
  });
}

/**
 * Whether the native runtime is to be prepared: it never was, files are gone, the machine has other tools than then, or
 * what failed then may work a day later.
 * @param {Note | undefined} note
 * @param {import('./machine.mjs').Machine} machine
 * @param {boolean} again a person asks for another try
 */
export function isOutdated(note, machine, again) {
  if (!note || note.recipe !== RECIPE || !whole(note)) return true;
  const better = note.reason !== '';
  if (!better)
    return (
      JSON.stringify([note.machine.nvidiaSmi, note.machine.wantsGpu]) !==
      JSON.stringify([machine.nvidiaSmi, machine.wantsGpu])
    );
  if (again || JSON.stringify(note.machine) !== JSON.stringify(machine)) return true;
  return note.passing && Date.now() - note.time > ONE_DAY;
}
