import { join } from 'node:path';
import { ROOT } from '../files.mjs';

/** @typedef {import('../../../electron/contract/message.ts').Message} Message */
/** @typedef {import('../../../electron/contract/message.ts').Said} Said */

/**
 * A message of electron/messages: the note keeps it, for page and terminal to say in any language.
 * @type {typeof import('../../../electron/contract/message.ts').message}
 */
export const message = (key, ...values) => ({ message: key, values: values[0] ?? {} });

/**
 * What set-up itself tells of them. The texts are TypeScript, which the oldest Node does not read; Vite does.
 * @param {Said} said
 * @returns {Promise<string>} in English
 */
export async function inEnglish(said) {
  const { runnerImport } = await import('vite');
  const options = { configFile: /** @type {const} */ (false), root: ROOT };
  /** @type {{ module: typeof import('../../../electron/messages/english.ts') }} */
  const { module } = await runnerImport(join(ROOT, 'electron', 'messages', 'english.ts'), options);
  return module.english.say(said);
}
