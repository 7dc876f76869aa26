import type { Command } from 'commander';
import type { TerminalTranslator } from '../messages/terminal.ts';
import { languageOption } from './language.ts';

/** What every verb understands; its language is chosen before. */
export interface CommonOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
  /** undefined: AESOP_HOME, else the usual folder */
  readonly workspace?: string;
}

/** Names of those with a value of their own. */
export const COMMON_WITH_VALUE: readonly string[] = ['workspace', 'language'];

/** Adds the flags of every verb to one. */
export function addCommonOptions(command: Command, translator: TerminalTranslator): Command {
  command.optionsGroup(translator.text('groups.everywhere'));
  return command
    .option(`--workspace <${translator.text('names.folder')}>`, translator.text('everywhere.workspace'))
    .addOption(languageOption(translator))
    .option('--json', translator.text('everywhere.json'))
    .option('--quiet', translator.text('everywhere.quiet'))
    .option('--verbose', translator.text('everywhere.verbose'))
    .option('--no-color', translator.text('everywhere.noColor'));
}

/** Moves flags that stand before the verb behind it: `aesop --json models` is `aesop models --json`. */
export function verbFirst(argv: readonly string[]): string[] {
  const leading: string[] = [];
  let rest = [...argv];
  while (/^--(json|quiet|verbose|no-color|workspace|language)(=|$)/.test(rest[0] ?? '')) {
    const count = COMMON_WITH_VALUE.some((name) => rest[0] === `--${name}`) ? 2 : 1;
    leading.push(...rest.slice(0, count));
    rest = rest.slice(count);
  }
  return leading.length === 0 ? rest : [...rest.slice(0, 1), ...leading, ...rest.slice(1)];
}
