import { CommanderError } from 'commander';
import { toPlainError, type PlainError } from '../contract/errors.ts';
import { loadTerminal, type TerminalTranslator } from '../messages/terminal.ts';
import { verbFirst, type CommonOptions } from './common-options.ts';
import { writeOutBooleans } from './flags/flag.ts';
import { Host } from './host.ts';
import { Interrupted } from './interruptions.ts';
import { chooseLanguage, languageOption } from './language.ts';
import { LastNet } from './last-net.ts';
import { printError } from './output/errors.ts';
import { forPrograms } from './output/for-programs.ts';
import { endOnClosedPipe, Terminal } from './output/terminal.ts';
import { buildProgram, VERBS, type Call } from './program.ts';
import { exitCode, usageError } from './usage-errors.ts';

/** What a command line calls, or what is wrong with it, or nothing where only help was asked for. */
function read(argv: readonly string[], translator: TerminalTranslator, color: boolean): Call | PlainError | undefined {
  let call: Call | undefined;
  const program = buildProgram(translator, (given) => (call = given), { color });
  const ordered = verbFirst(argv);
  const verb = VERBS.find(({ name }) => name === ordered[0]);
  if (verb === undefined) program.addOption(languageOption(translator));
  const booleans = (verb?.flags ?? []).filter(({ kind }) => kind === 'boolean').map(({ name }) => name);
  try {
    // A line of nothing but a language asks for the help, as an empty one does.
    const words = /^--language(=|$)/.test(ordered[0] ?? '') ? ['--help', ...ordered] : ordered;
    if (words.length === 0) program.outputHelp();
    else program.parse(writeOutBooleans(words, booleans), { from: 'user' });
    return call;
  } catch (error) {
    if (!(error instanceof CommanderError)) return toPlainError(error);
    if (error.exitCode === 0) return undefined;
    return toPlainError(
      usageError(error, program.commands.find((each) => each.name() === verb?.name) ?? program, translator),
    );
  }
}

/** Runs the verb; whatever it throws is for `printError`. */
async function carryOut({ verb, args, options }: Call, host: Host): Promise<PlainError | Interrupted | undefined> {
  try {
    await verb.run(host, args, options);
    await host.close();
    return undefined;
  } catch (error) {
    await host.close().catch(() => host.kill());
    return error instanceof Interrupted ? error : toPlainError(error);
  }
}

/**
 * The whole program: reads the command line, runs its verb, prints what went wrong.
 * @returns the exit code: 0 done, 1 failed or interrupted, 2 wrong usage
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  const asked = (flag: string) => argv.includes(flag);
  const common: CommonOptions = {
    json: asked('--json'),
    quiet: asked('--quiet'),
    verbose: asked('--verbose'),
    color: !asked('--no-color'),
  };
  const translator = await loadTerminal(chooseLanguage(argv));
  const terminal = new Terminal({ color: common.color, status: !common.json && !common.quiet });
  const net = new LastNet(terminal, translator, common.verbose);
  endOnClosedPipe(() => (net.host === undefined ? process.exit(0) : net.host.readerLeft()));
  const fail = (error: PlainError) => {
    const told = common.verbose ? error : { ...error, detail: '' };
    if (common.json) terminal.json({ type: 'failed', error: forPrograms(translator).error(told) });
    printError(terminal, translator, error, common.verbose);
    return exitCode(error.code);
  };
  const call = read(argv, translator, common.color && terminal.live && !process.env.NO_COLOR);
  if (call === undefined) return 0;
  if (!('verb' in call)) return fail(call);
  const opened = new Host(terminal, translator, { ...common, workspace: call.options.workspace as string | undefined });
  net.host = opened;
  opened.interruptions.onAbort = () => {
    opened.kill();
    process.exit(opened.readerGone ? 0 : 1);
  };
  const error = await carryOut(call, opened);
  await net.ending;
  if (opened.readerGone) return 0;
  if (error === undefined) return 0;
  if (!(error instanceof Interrupted)) return fail(error);
  if (!error.told) terminal.note(translator.text('common.interrupted'));
  return 1;
}
