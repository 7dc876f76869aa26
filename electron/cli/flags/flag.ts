import { Option } from 'commander';
import { AesopError } from '../../contract/errors.ts';
import type { Message } from '../../contract/message.ts';
import type { TerminalTexts, TerminalTranslator } from '../../messages/terminal.ts';

/** What stands for the value of a flag in the help. */
export type Placeholder = keyof TerminalTexts['names'];
/** Heading of the help under which a flag stands. */
export type FlagGroup = keyof TerminalTexts['groups'];

interface Common<T> {
  /** without dashes */
  readonly name: string;
  readonly help: Message;
  readonly group: FlagGroup;
  /**
   * @param previous what the same flag said before, where it is given twice
   * @throws AesopError `setting-kind` or `setting-range`
   */
  readonly parse: (raw: string, previous?: unknown) => T;
}

/** One flag of the command line, however it came to be: from a table of the contract or by hand. */
export type Flag<T> = Common<T> &
  ({ readonly kind: 'boolean' } | { readonly kind: 'value'; readonly placeholder: Placeholder });

/** Errors about a value name the flag as it is typed. */
export function namingFlag<T>(name: string, parse: Flag<T>['parse']): Flag<T>['parse'] {
  return (raw, previous) => {
    try {
      return parse(raw, previous);
    } catch (error) {
      if (!(error instanceof AesopError)) throw error;
      throw new AesopError(error.code, { ...error.values, name: `--${name}` }, error.detail);
    }
  };
}

/** The flag as commander takes it; `writeOutBooleans` has run before. */
export function option<T>(flag: Flag<T>, translator: TerminalTranslator): Option {
  const value = flag.kind === 'boolean' ? '[true|false]' : `<${translator.text(`names.${flag.placeholder}`)}>`;
  return new Option(`--${flag.name} ${value}`, translator.say(flag.help))
    .argParser(namingFlag(flag.name, flag.parse))
    .helpGroup(translator.text(`groups.${flag.group}`));
}

/**
 * Writes booleans out: `--lowercase` → `--lowercase=true`, `--no-lowercase` → `--lowercase=false`,
 * `--lowercase false` → `--lowercase=false`; so a text after a bare `--lowercase` stays an argument.
 * @param valued names of the flags whose value is the argument behind them, whatever it looks like
 */
export function writeOutBooleans(
  argv: readonly string[],
  names: readonly string[],
  valued: readonly string[] = [],
): string[] {
  const written: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index];
    if (argument === '--') return [...written, ...argv.slice(index)];
    if (valued.some((name) => argument === `--${name}`)) {
      written.push(...argv.slice(index, index + 2));
      index++;
    } else if (names.some((name) => argument === `--${name}`)) {
      const next = argv[index + 1];
      const explicit = next === 'true' || next === 'false';
      if (explicit) index++;
      written.push(`${argument}=${explicit ? next : 'true'}`);
    } else if (names.some((name) => argument === `--no-${name}`)) {
      written.push(`--${argument.slice('--no-'.length)}=false`);
    } else written.push(argument);
  }
  return written;
}
