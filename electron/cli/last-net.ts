import { setTimeout as wait } from 'node:timers/promises';
import { toPlainError } from '../contract/errors.ts';
import type { TerminalTranslator } from '../messages/terminal.ts';
import type { Host } from './host.ts';
import { printError } from './output/errors.ts';
import type { Terminal } from './output/terminal.ts';

/** Time for a training to write a checkpoint before the program ends, milliseconds: the studio's own, and a little. */
const GRACE = 15_000;
/** Time in which a program that goes on says once that something failed; the log has each. */
const ONE_SENTENCE = 60_000;

/**
 * What nothing else caught: a full disk behind stdout, a mistake of ours. It goes to the log with its stack, and whoever
 * called gets a sentence, never a stack. A server goes on. Anything else ends, once what trains has written a checkpoint,
 * as at Ctrl-C; what fails meanwhile is only noted.
 */
export class LastNet {
  /** what the program is at, once it is */
  host: Host | undefined;
  /** settles when the program may end, where it must; never rejects */
  ending: Promise<void> | undefined;
  readonly #terminal: Terminal;
  readonly #translator: TerminalTranslator;
  readonly #verbose: boolean;
  #toldAt = -Infinity;

  constructor(terminal: Terminal, translator: TerminalTranslator, verbose: boolean) {
    this.#terminal = terminal;
    this.#translator = translator;
    this.#verbose = verbose;
    // Rejections that nobody handles come here too.
    process.on('uncaughtException', (thrown) => this.#caught(thrown));
  }

  #caught(thrown: unknown): void {
    const noted = this.host?.note(thrown).catch(() => {});
    this.#tell(thrown);
    if (this.host?.serving || this.ending) return;
    this.ending = this.#end(noted);
  }

  #tell(thrown: unknown): void {
    // What cannot be said must not be said again and again.
    const unsayable = (thrown as { path?: unknown } | null)?.path === 'stderr';
    if (unsayable || this.ending || performance.now() - this.#toldAt < ONE_SENTENCE) return;
    this.#toldAt = performance.now();
    try {
      printError(this.#terminal, this.#translator, toPlainError(thrown), this.#verbose);
    } catch {
      // the log has it
    }
  }

  async #end(noted: Promise<void> | undefined): Promise<void> {
    if (this.host) {
      const closed = Promise.all([noted, this.host.close()]).catch(() => {});
      await Promise.race([closed, wait(GRACE)]);
      this.host.kill();
    }
    process.exit(1);
  }
}
