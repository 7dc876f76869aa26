import type { PlainError } from '../contract/errors.ts';
import type { Language } from '../contract/languages.ts';
import type { Said } from '../contract/message.ts';
import { fill, type Filling } from './fill.ts';
import type { ArgumentsOf, KeyOf, Message, MessageValues, Tables, TranslatedTables } from './types.ts';

/** A value of an error longer than this loses its middle in the sentence; the error's values hold more of it. */
const LONGEST_VALUE = 300;

function shortened(value: string): string {
  if (value.length <= LONGEST_VALUE) return value;
  const half = LONGEST_VALUE / 2;
  return `${value.slice(0, half)}…${value.slice(-half)}`.replace(/\p{Surrogate}/gu, '');
}

/** Says messages and errors in one language. */
export class Translator<T extends Tables> {
  readonly language: Language;
  readonly #tables: Tables;
  readonly #whole: Filling;
  readonly #short: Filling;

  constructor(language: Language, tables: TranslatedTables<T>) {
    this.language = language;
    this.#tables = tables as Tables;
    const say = (message: Message) => this.say(message);
    this.#whole = { language, say, quote: (text) => text };
    this.#short = { language, say, quote: shortened };
  }

  /** A text by its name. */
  text<Key extends KeyOf<T['texts']>>(key: Key, ...values: ArgumentsOf<T['texts'], Key>): string {
    return fill(this.#textOf(key) ?? key, values[0] ?? {}, this.#whole);
  }

  /** A message that came as data; its name where this program does not know it, a plain sentence as it came. */
  say(said: Said): string {
    if (typeof said === 'string') return said;
    return fill(this.#textOf(said.message) ?? said.message, said.values, this.#short);
  }

  /** Message and hint of an error; as it came, or those of an unforeseen one, where this program lacks its code. */
  error({ code, values, message = '', hint = '' }: PlainError): { message: string; hint: string } {
    const known = Object.hasOwn(this.#tables.errors, code);
    if (!known && message !== '') return { message, hint };
    const [what, next] = this.#tables.errors[known ? code : 'internal'];
    return { message: this.#fillShort(what, values), hint: this.#fillShort(next, values).trim() };
  }

  #fillShort = (text: string, values: MessageValues) => fill(text, values, this.#short);

  #textOf(key: string): string | undefined {
    const [table, name] = key.split('.');
    const { texts } = this.#tables;
    return Object.hasOwn(texts, table) && Object.hasOwn(texts[table], name) ? texts[table][name] : undefined;
  }
}
