import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, readJson, ROOT, writeJson } from '../files.mjs';

/** Raise it when the recipe changes: what older set-ups made is then made anew. */
const RECIPE = 1;
const ONE_DAY = 24 * 3600 * 1000;

/** The package into which the add-on and TensorFlow's libraries go. */
export const PACKAGE = join(ROOT, 'node_modules', '@tensorflow', 'tfjs-node-gpu');
/** Prepared libraries, so that a new `npm ci` costs links instead of a download. */
export const PREPARED = join(CACHE, 'native');
const NOTE = join(PACKAGE, 'deps', 'aesop-runtime.json');

/**
 * @typedef {object} Note what set-up left in the package; the runtime reads engine, variant, reason and install
 * @property {number} recipe
 * @property {'tensorflow' | 'portable'} engine
 * @property {import('./plan.mjs').Variant} [variant]
 * @property {import('./message.mjs').Message | string} reason why not a better engine, '' when this is the best; older
 *   set-ups wrote a sentence
 * @property {import('./message.mjs').Message | string} install
 * @property {boolean} passing the reason may go by itself
 * @property {number} time ms since 1970
 * @property {import('./machine.mjs').Machine} machine
 * @property {Record<string, number>} files path in the package → bytes
 */

/** @returns {Note | undefined} */
export const readNote = () => readJson(NOTE);

/** @param {Omit<Note, 'recipe' | 'time'>} note */
export function writeNote(note) {
  writeJson(NOTE, { recipe: RECIPE, time: Date.now(), ...note });
}

/** @param {Record<string, number>} files */
function whole(files) {
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
  if (!note || note.recipe !== RECIPE || !whole(note.files)) return true;
  const better = note.reason !== '';
  if (!better)
    return (
      JSON.stringify([note.machine.nvidiaSmi, note.machine.wantsGpu]) !==
      JSON.stringify([machine.nvidiaSmi, machine.wantsGpu])
    );
  if (again || JSON.stringify(note.machine) !== JSON.stringify(machine)) return true;
  return note.passing && Date.now() - note.time > ONE_DAY;
}
