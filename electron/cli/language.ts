import { Option } from 'commander';
import { AesopError } from '../contract/errors.ts';
import { languageFacts, languages, offeredLanguages, type Language } from '../contract/languages.ts';
import { wishedLanguage } from '../contract/wished-language.mjs';
import type { TerminalTranslator } from '../messages/terminal.ts';

const FLAG = '--language';
const KNOWN = offeredLanguages.map((language) => `${language} (${languageFacts(language).name})`).join(', ');

const isLanguage = (name: string | undefined): name is Language => languages.includes(name as Language);

/** The language to speak. What the command line asks for in vain, its parser says. @param system BCP 47 */
export const chooseLanguage = (
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  system?: string,
): Language => wishedLanguage(languages, argv, environment, system);

/** `--language`, as commander takes it. @throws AesopError `language-unknown` when it reads another one */
export function languageOption(translator: TerminalTranslator): Option {
  const help = translator.text('everywhere.language', { known: KNOWN });
  return new Option(`${FLAG} <${offeredLanguages.join('|')}>`, help).argParser((raw) => {
    if (!isLanguage(raw)) throw new AesopError('language-unknown', { language: raw, known: KNOWN });
    return raw;
  });
}
