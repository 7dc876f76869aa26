import { importTypeScript } from '../typescript.mjs';

/** @typedef {import('../../../electron/contract/message.ts').Message} Message */
/** @typedef {import('../../../electron/contract/message.ts').Said} Said */

/**
 * A message of electron/messages: the note keeps it, for page and terminal to say in any language.
 * @type {typeof import('../../../electron/contract/message.ts').message}
 */
export const message = (key, ...values) => ({ message: key, values: values[0] ?? {} });

/**
 * What set-up itself tells of them.
 * @param {Said} said
 * @returns {Promise<string>} in English
 */
export async function inEnglish(said) {
  /** @type {typeof import('../../../electron/messages/english.ts')} */
  const { english } = await importTypeScript('messages/english.ts');
  return english.say(said);
}
