import { importTypeScript } from '../typescript.mjs';
import { language } from '../words.mjs';

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
 * @returns {Promise<string>} in its language
 */
export async function inWords(said) {
  const spoken = language();
  /** @type {typeof import('../../../electron/messages/en/shared.ts')} */
  const { shared } = await importTypeScript(`messages/${spoken}/shared.ts`);
  /** @type {typeof import('../../../electron/messages/translator.ts')} */
  const { Translator } = await importTypeScript('messages/translator.ts');
  return new Translator(spoken, { texts: shared, errors: {} }).say(said);
}
