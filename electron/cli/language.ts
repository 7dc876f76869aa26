import { Option } from 'commander';
import { AesopError } from '../contract/errors.ts';
import { languageFacts, languages, matchLanguage, offeredLanguages, type Language } from '../contract/languages.ts';
import type { TerminalTranslator } from '../messages/terminal.ts';

const FLAG = '--language';
const KNOWN = offeredLanguages.map((language) => `${language} (${languageFacts(language).name})`).join(', ');

const isLanguage = (name: string | undefined): name is Language => languages.includes(name as Language);

/** What a command line says behind `--language`; the last one counts, as with every flag. */
function asked(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((word) => word === FLAG || word.startsWith(`${FLAG}=`));
  return words[at] === FLAG ? words[at + 1] : words[at]?.slice(FLAG.length + 1);
}

/**
 * The language that POSIX' variables ask for: the first that is set decides for all. `C` and `POSIX`, which every
 * container has, ask for none.
 */
function ofEnvironment({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string | undefined {
  const locale = LC_ALL || LC_MESSAGES || LANG || '';
  return /^(C|POSIX)?([.@].*)?$/.test(locale) ? undefined : locale;
}

/**
 * The language to speak: as the command line says, else the environment, else the system, which on Windows sets no
 * variable; English where none of what they ask for is spoken. What the command line asks for in vain, its parser says.
 * @param system BCP 47
 */
export function chooseLanguage(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  // of all that know it the quickest to make, by 30 ms
  system = new Intl.PluralRules().resolvedOptions().locale,
): Language {
  const wished = asked(argv);
  return isLanguage(wished) ? wished : matchLanguage([ofEnvironment(environment) ?? system]);
}

/** `--language`, as commander takes it. @throws AesopError `language-unknown` when it reads another one */
export function languageOption(translator: TerminalTranslator): Option {
  const help = translator.text('everywhere.language', { known: KNOWN });
  return new Option(`${FLAG} <${offeredLanguages.join('|')}>`, help).argParser((raw) => {
    if (!isLanguage(raw)) throw new AesopError('language-unknown', { language: raw, known: KNOWN });
    return raw;
  });
}
