import { Command } from 'commander';
import { AesopError } from '../contract/errors.ts';
import type { TerminalTranslator } from '../messages/terminal.ts';
import { addCommonOptions } from './common-options.ts';
import { option } from './flags/flag.ts';
import { SpokenHelp } from './spoken-help.ts';
import { argumentUsage, type VerbOptions, type Verb } from './verb.ts';
import { booklet } from './verbs/booklet.ts';
import { doctor } from './verbs/doctor.ts';
import { evaluate } from './verbs/evaluate.ts';
import { exportModel } from './verbs/export.ts';
import { importModel } from './verbs/import.ts';
import { inspect } from './verbs/inspect.ts';
import { models } from './verbs/models.ts';
import { runs } from './verbs/runs.ts';
import { serve } from './verbs/serve.ts';
import { story } from './verbs/story.ts';
import { tell } from './verbs/tell.ts';
import { train } from './verbs/train.ts';
import { trash } from './verbs/trash.ts';
import { VERSION } from './version.ts';

/** Every verb, in the order a person meets them. */
export const VERBS: readonly Verb[] = [
  story,
  train,
  tell,
  booklet,
  inspect,
  models,
  runs,
  evaluate,
  exportModel,
  importModel,
  trash,
  doctor,
  serve,
];

/** A verb that was called, with its words read. */
export interface Call {
  readonly verb: Verb;
  readonly args: readonly (string | undefined)[];
  readonly options: VerbOptions;
}

/** @throws AesopError `flags-exclusive` */
function requireOne({ name, alternatives = [] }: Verb, options: VerbOptions): void {
  const asked = alternatives.filter((flag) => options[flag] !== undefined && options[flag] !== false);
  if (asked.length > 1)
    throw new AesopError('flags-exclusive', { verb: name, flags: asked.map((flag) => `--${flag}`).join(', ') });
}

function addVerb(program: Command, verb: Verb, translator: TerminalTranslator, onCall: (call: Call) => void): void {
  const command = program.command(verb.name).description(translator.text(`verbs.${verb.name}`));
  for (const argument of verb.arguments)
    command.argument(argumentUsage(argument, translator), translator.say(argument.help));
  for (const flag of verb.flags) command.addOption(option(flag, translator));
  addCommonOptions(command, translator);
  const examples = verb.examples.map((line) => `  ${translator.say(line)}`);
  command.addHelpText('after', ['', translator.text('help.examples'), ...examples].join('\n'));
  command.action((...given: unknown[]) => {
    requireOne(verb, command.opts());
    const args = given.slice(0, verb.arguments.length).flat() as (string | undefined)[];
    onCall({ verb, args, options: command.opts() });
  });
}

/**
 * The command tree.
 * @param onCall gets the verb that a command line calls
 * @param streams where help goes; what commander says about mistakes goes nowhere, the catalogue says it
 */
export function buildProgram(
  translator: TerminalTranslator,
  onCall: (call: Call) => void,
  streams: { color: boolean },
): Command {
  const program = new Command('aesop')
    .description(translator.text('help.about'))
    .version(VERSION, '--version', translator.text('help.version'))
    .helpOption('-h, --help', translator.text('help.help'))
    .helpCommand(`help [${translator.text('names.verb')}]`, translator.text('help.helpOf'))
    .exitOverride()
    .configureOutput({
      outputError: () => {},
      writeErr: () => {},
      ...(streams.color ? {} : { getOutHasColors: () => false }),
    });
  program.createHelp = () => new SpokenHelp(translator);
  for (const verb of VERBS) addVerb(program, verb, translator, onCall);
  for (const command of program.commands) {
    command.createHelp = () => new SpokenHelp(translator);
    command.copyInheritedSettings(program);
  }
  return program;
}
