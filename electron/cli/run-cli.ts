import { toPlainError, type PlainError } from '../contract/errors.ts';
import { loadTerminal } from '../messages/terminal.ts';
import { readCommandLine, type Call } from './command-line.ts';
import type { CommonOptions } from './common-options.ts';
import { Host } from './host.ts';
import { Interrupted } from './interruptions.ts';
import { chooseLanguage } from './language.ts';
import { LastNet } from './last-net.ts';
import { printError } from './output/errors.ts';
import { forPrograms } from './output/for-programs.ts';
import { endOnClosedPipe, Terminal } from './output/terminal.ts';
import { exitCode } from './usage-errors.ts';

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
  const call = readCommandLine(argv, translator, common.color && terminal.live && !process.env.NO_COLOR);
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
