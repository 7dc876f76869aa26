import type { Language } from '../../electron/contract/errors.ts';
import { en } from './en/index.ts';
import type { MessageValue, ValuesOf } from './types.ts';
import { zh } from './zh/index.ts';

type Table = typeof en;
/** `room.key`, each with a text in both languages. */
export type MessageKey = { [File in keyof Table]: `${File}.${keyof Table[File] & string}` }[keyof Table];
type TextOf<Key extends MessageKey> = Key extends `${infer File extends keyof Table}.${infer Name}`
  ? Table[File][Name & keyof Table[File]] & string
  : never;
/** The values of a text, to be left out where it has none. */
export type MessageArguments<Key extends MessageKey> = [keyof ValuesOf<TextOf<Key>>] extends [never]
  ? []
  : [values: ValuesOf<TextOf<Key>>];

const TABLES: Record<Language, Record<string, Record<string, string>>> = { en, zh };

/** Regional form of each language for Intl. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };

/**
 * A text in `language`, its braces filled: `{name}`, numbers grouped; `{count:symbol|symbols}` takes the first form for
 * one, the second for any other number.
 */
export function translate<Key extends MessageKey>(
  language: Language,
  key: Key,
  ...values: MessageArguments<Key>
): string {
  const [file, name] = key.split('.');
  return fill(TABLES[language][file][name], (values[0] ?? {}) as Record<string, MessageValue>, LOCALES[language]);
}

function fill(text: string, values: Record<string, MessageValue>, locale: string): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_whole, name: string, one?: string, other?: string) => {
    const value = values[name];
    if (one !== undefined) return value === 1 ? one : (other ?? '');
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}
