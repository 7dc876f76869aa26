import { CommanderError } from 'commander';
import { toPlainError, type PlainError } from '../contract/errors.ts';
import type { TerminalTranslator } from '../messages/terminal.ts';
import { COMMON_WITH_VALUE, verbFirst } from './common-options.ts';
import { writeOutBooleans } from './flags/flag.ts';
import { writeOutPreparation } from './flags/reading-flags.ts';
import { languageOption } from './language.ts';
import { buildProgram, VERBS, type Call } from './program.ts';
import { usageError } from './usage-errors.ts';

export type { Call };

/** What a command line calls, or what is wrong with it, or nothing where only help was asked for. */
export function readCommandLine(
  argv: readonly string[],
  translator: TerminalTranslator,
  color: boolean,
): Call | PlainError | undefined {
  let call: Call | undefined;
  const program = buildProgram(translator, (given) => (call = given), { color });
  const ordered = verbFirst(argv);
  const verb = VERBS.find(({ name }) => name === ordered[0]);
  if (verb === undefined) program.addOption(languageOption(translator));
  const named = (kind: 'boolean' | 'value') =>
    (verb?.flags ?? []).flatMap((flag) => (flag.kind === kind ? flag.name : []));
  const valued = [...COMMON_WITH_VALUE, ...named('value')];
  try {
    // A line of nothing but a language asks for the help, as an empty one does.
    const words = /^--language(=|$)/.test(ordered[0] ?? '') ? ['--help', ...ordered] : ordered;
    if (words.length === 0) program.outputHelp();
    else program.parse(writeOutPreparation(writeOutBooleans(words, named('boolean'), valued)), { from: 'user' });
    return call;
  } catch (error) {
    if (!(error instanceof CommanderError)) return toPlainError(error);
    if (error.exitCode === 0) return undefined;
    return toPlainError(
      usageError(error, program.commands.find((each) => each.name() === verb?.name) ?? program, translator),
    );
  }
}
