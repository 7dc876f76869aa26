import { wishedLanguage } from '../../electron/contract/wished-language.mjs';
import * as en from '../../electron/messages/en/setup.mjs';
import * as zh from '../../electron/messages/zh/setup.mjs';

const TABLES = { en, zh };
const LANGUAGES = /** @type {(keyof typeof TABLES)[]} */ (Object.keys(TABLES));

/**
 * @typedef {{ [Table in keyof typeof en]: `${Table}.${keyof (typeof en)[Table] & string}` }[keyof typeof en]} Key
 * @typedef {object} Words a sentence of set-up's by its name: a note keeps it, to be said in any language
 * @property {Key} key
 * @property {Record<string, string>} [values]
 */

/** In which language set-up speaks: the program's own rule. */
export const language = () => wishedLanguage(LANGUAGES, process.argv.slice(2));

/**
 * A sentence of electron/messages/<language>/setup.mjs.
 * @param {Key} key @param {Record<string, string>} [values]
 * @returns {string} the key itself where an older note names what is no more
 */
export function words(key, values = {}) {
  const [table, name] = key.split('.');
  /** @type {Record<string, Record<string, string>>} */
  const tables = TABLES[language()];
  const text = (tables[table] || {})[name] || key;
  return text.replace(/\{(\w+)\}/g, (whole, /** @type {string} */ value) => (value in values ? values[value] : whole));
}

/** A failure that a note keeps by its sentence. */
export class Reason extends Error {
  /** @param {Key} key @param {Record<string, string>} [values] */
  constructor(key, values = {}) {
    super(words(key, values));
    this.words = { key, values };
  }
}

/**
 * What a note keeps of a failure.
 * @param {unknown} thrown @param {Key} otherwise takes `problem` @param {Record<string, string>} [values]
 * @returns {Words}
 */
export const reasonOf = (thrown, otherwise, values = {}) =>
  thrown instanceof Reason ? thrown.words : { key: otherwise, values: { ...values, problem: String(thrown) } };

/**
 * What a note says, also one of before it kept sentences by their name.
 * @param {Words | string | undefined} kept @param {Key} otherwise where there is none @param {Record<string, string>} [values]
 */
export function saidOf(kept, otherwise, values) {
  if (typeof kept === 'string') return kept;
  return kept === undefined ? words(otherwise, values) : words(kept.key, kept.values);
}
