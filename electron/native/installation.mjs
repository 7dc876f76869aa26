// Plain JavaScript: set-up reads it before anything is built, with the oldest Node.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The add-on in an engine folder; the libraries that it finds by itself lie in `../../deps/lib` or beside it. */
export const ADDON = join('lib', 'napi-v8', 'tfjs_binding.node');

/**
 * Where engines lie, once per account, shared by every Aesop of it: TensorFlow is too large to have twice.
 * @param {NodeJS.ProcessEnv} [env] @param {NodeJS.Platform} [platform] @param {string} [home]
 */
export function enginesFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.AESOP_ENGINES) return env.AESOP_ENGINES;
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Aesop', 'engines');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Aesop', 'engines');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'aesop', 'engines');
}

export const notesFolder = () => join(enginesFolder(), 'installations');

/** @param {string} installation folder of a checkout, or the app's archive @returns {string} path of its note */
const noteFile = (installation) =>
  join(notesFolder(), `${createHash('sha256').update(installation).digest('hex').slice(0, 16)}.json`);

/**
 * @param {string} installation
 * @returns {any} what was found out about engines for it; undefined where nothing was, or the note is broken
 */
export function readNote(installation) {
  try {
    return JSON.parse(readFileSync(noteFile(installation), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} installation @param {object} note written whole or not at all */
export function writeNote(installation, note) {
  const path = noteFile(installation);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(4).toString('hex')}`;
  writeFileSync(temporary, `${JSON.stringify({ ...note, installation }, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, path);
}

/** List of an engine's files and their sizes, inside it: what was made whole can be told from what was cut short since. */
const CONTENTS = 'engine.json';

/** @param {string} engine folder @param {readonly { path: string, bytes: number }[]} files relative to it */
export function listContents(engine, files) {
  const sizes = Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]));
  writeFileSync(join(engine, CONTENTS), `${JSON.stringify(sizes, null, 2)}\n`);
}

/** Whether every file of an engine is there in its full size. @param {string} engine folder */
export function isWhole(engine) {
  try {
    /** @type {[string, number][]} */
    const files = Object.entries(JSON.parse(readFileSync(join(engine, CONTENTS), 'utf8')));
    return files.every(([file, size]) => statSync(join(engine, file)).size === size);
  } catch {
    return false;
  }
}

/** @param {string | undefined} folder */
const present = (folder) => (folder !== undefined && existsSync(join(folder, ADDON)) ? folder : undefined);

/** Whether it is an app, and no checkout. @param {string} installation */
export const isApp = (installation) => basename(installation) === 'app.asar';

/** What an app has beside its archive. @param {string} installation @param {string} name */
export const besideArchive = (installation, name) =>
  isApp(installation) ? join(dirname(installation), name) : undefined;

/** Whether an engine was brought for an installation, and may be given up again. @param {string} installation */
export const isBrought = (installation) => typeof readNote(installation)?.folder === 'string';

/**
 * The folder from which TensorFlow is loaded: the one asked for, the one that came with the app, or the one that was
 * brought for this installation.
 * @param {string} installation
 * @returns {string | undefined} undefined where there is none
 */
export function engineFolder(installation) {
  const asked = process.env.AESOP_ENGINE_FOLDER;
  if (asked) return asked;
  const { folder } = readNote(installation) ?? {};
  const brought = typeof folder === 'string' && /^[\w.-]+$/.test(folder) ? join(enginesFolder(), folder) : undefined;
  return present(brought) ?? present(besideArchive(installation, 'native'));
}
