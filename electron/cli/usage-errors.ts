import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import type { Command, CommanderError } from 'commander';
import { AesopError, type ErrorCode } from '../contract/errors.ts';
import type { TerminalTranslator } from '../messages/terminal.ts';
import { nearestNames } from './flags/nearest.ts';

/** Errors of the catalogue that a person mends by typing another command line: exit code 2. */
const USAGE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'verb-unknown',
  'flag-unknown',
  'flag-without-value',
  'flags-exclusive',
  'argument-missing',
  'argument-excess',
  'tellers-many',
  'setting-unknown',
  'setting-kind',
  'setting-range',
  'words-none',
  'words-long',
  'setting-conflict',
  'preset-unknown',
  'format-unknown',
  'precision-unknown',
  'encoding-unknown',
  'language-unknown',
  'input-missing',
]);

/** 2 for wrong usage, 1 for every other failure. */
export function exitCode(code: string): 1 | 2 {
  return USAGE.has(code as ErrorCode) ? 2 : 1;
}

/** `aesop train [text] [flags]`, as the help shows it. */
function usage(command: Command, translator: TerminalTranslator): string {
  const parts = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return ['aesop', command.name(), ...parts, translator.text('help.someFlags')].join(' ');
}

/** What commander found wrong with a command line, in the words of the catalogue. */
export function usageError(error: CommanderError, command: Command, translator: TerminalTranslator): AesopError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const verb = command.name();
  const suggestion = (typed: string, known: readonly string[]) => {
    const [name] = nearestNames(typed, known, 1);
    return name === undefined ? '' : translator.text('common.didYouMean', { name });
  };
  switch (error.code) {
    case 'commander.help': // about a verb that it does not find
    case 'commander.unknownCommand': {
      const verbs = command.commands.map((each) => each.name());
      const typed = error.code === 'commander.help' ? command.args[1] : quoted;
      return new AesopError('verb-unknown', { verb: typed, suggestion: suggestion(typed, verbs) });
    }
    case 'commander.unknownOption': {
      const flag = quoted.replace(/=.*/s, '');
      if (command.parent === null) return new AesopError('verb-unknown', { verb: flag, suggestion: '' });
      const flags = command.options.map(({ long }) => long ?? '');
      const ofFile = existsSync(quoted) && translator.text('common.fileNotFlag', { path: `.${sep}${quoted}` });
      return new AesopError('flag-unknown', { verb, flag, suggestion: ofFile || suggestion(flag, flags) });
    }
    case 'commander.optionMissingArgument': {
      const flag = quoted.split(' ')[0];
      return new AesopError('flag-without-value', { flag, example: quoted });
    }
    case 'commander.missingArgument':
      return new AesopError('argument-missing', {
        verb,
        argument: `<${quoted}>`,
        usage: usage(command, translator),
      });
    case 'commander.excessArguments': {
      const given = command.args.slice(command.registeredArguments.length).map((each) => `“${each}”`);
      return new AesopError('argument-excess', { verb, given: given.join(', '), usage: usage(command, translator) });
    }
    default:
      return new AesopError('internal', {}, error.message);
  }
}
