import type { Language } from '../contract/languages.ts';
import type { TerminalTables } from './en/terminal/index.ts';
import { Translator } from './translator.ts';
import type { ArgumentsOf, KeyOf, Message, TranslatedTables } from './types.ts';

const TABLES: Record<Language, () => Promise<TranslatedTables<TerminalTables>>> = {
  en: async () => (await import('./en/terminal/index.ts')).terminal,
  zh: async () => (await import('./zh/terminal/index.ts')).terminal,
  'en-XA': async () => {
    const [{ terminal }, { pseudoTables }] = await Promise.all([
      import('./en/terminal/index.ts'),
      import('./pseudo.ts'),
    ]);
    return pseudoTables(terminal);
  },
};

export type TerminalTranslator = Translator<TerminalTables>;
export type TerminalTexts = TerminalTables['texts'];

/** Everything that the terminal says in a language, loaded when it is wanted. */
export const loadTerminal = async (language: Language): Promise<TerminalTranslator> =>
  new Translator<TerminalTables>(language, await TABLES[language]());

/** A message of the terminal by its name: what verbs and flags are called by before anybody knows the language. */
export function terminalMessage<Key extends KeyOf<TerminalTexts>>(
  key: Key,
  ...values: ArgumentsOf<TerminalTexts, Key>
): Message {
  return { message: key, values: values[0] ?? {} };
}
