import { Command, Help } from 'commander';
import { addCommonOptions } from './common-options.ts';
import { option } from './flags/flag.ts';
import type { VerbOptions, Verb } from './verb.ts';
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

/** Titles stand out on a terminal; commander strips the styles where there are no colours. */
class StyledHelp extends Help {
  override styleTitle(title: string): string {
    return `\x1b[1m${title}\x1b[22m`;
  }
}

function addVerb(program: Command, verb: Verb, onCall: (call: Call) => void): void {
  const command = program.command(verb.name).description(verb.summary);
  for (const { usage, help } of verb.arguments) command.argument(usage, help);
  for (const flag of verb.flags) command.addOption(option(flag));
  addCommonOptions(command);
  if (verb.examples.length > 0)
    command.addHelpText('after', ['', 'Examples:', ...verb.examples.map((line) => `  ${line}`)].join('\n'));
  command.action((...given: unknown[]) => {
    const args = given.slice(0, verb.arguments.length) as (string | undefined)[];
    onCall({ verb, args, options: command.opts() });
  });
}

/**
 * The command tree.
 * @param onCall gets the verb that a command line calls
 * @param streams where help goes; what commander says about mistakes goes nowhere, the catalogue says it
 */
export function buildProgram(onCall: (call: Call) => void, streams: { color: boolean }): Command {
  const program = new Command('aesop')
    .description('Teach a computer to tell stories from your own text.')
    .version(VERSION, '--version', 'The version of Aesop.')
    .helpOption('-h, --help', 'The verbs, or every flag of one.')
    .helpCommand('help [verb]', 'The same as <verb> --help.')
    .exitOverride()
    .configureOutput({
      outputError: () => {},
      ...(streams.color ? {} : { getOutHasColors: () => false }),
    });
  program.createHelp = () => new StyledHelp();
  for (const verb of VERBS) addVerb(program, verb, onCall);
  for (const command of program.commands) {
    command.createHelp = () => new StyledHelp();
    command.copyInheritedSettings(program);
  }
  return program;
}
