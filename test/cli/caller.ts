import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { outcomeOf, type Outcome } from './outcome.ts';

const CALLS = fileURLToPath(new URL('./calls.mjs', import.meta.url));
/** What no program writes. */
const MARK = '\x01\x02the call is over\x02\x01';

/** The built program in a process that it is called in again and again, one call after the other. */
export class Caller {
  readonly child: ChildProcess;
  readonly #closed: Promise<unknown[]>;
  readonly #ready: Promise<unknown>;
  #stdout = '';
  #stderr = '';
  #grown = () => {};

  constructor(program: string, env: NodeJS.ProcessEnv) {
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;
    this.child = spawn(process.execPath, [CALLS, program, MARK], { env, stdio: [...stdio], detached: true });
    this.#closed = once(this.child, 'close');
    this.#ready = once(this.child, 'message');
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
      this.#grown();
    });
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
      this.#grown();
    });
  }

  /** Whether it can be called once more: a call may have ended its process. */
  get lives(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What a call of these arguments comes to: as it ends, or as its process does. */
  async call(args: readonly string[]): Promise<Outcome> {
    await Promise.race([this.#ready, this.#closed]);
    const over = this.#over();
    if (this.child.connected) this.child.send(args);
    const code = await Promise.race([over, this.#closed.then(() => undefined)]);
    const [stdout, stderr] = [this.#stdout, this.#stderr].map((text) => text.split(MARK)[0]);
    [this.#stdout, this.#stderr] = [this.#stdout, this.#stderr].map((text) => text.split(MARK)[1] ?? '');
    const { exitCode, signalCode } = this.child;
    return outcomeOf(
      code === undefined
        ? { code: exitCode, signal: signalCode, stdout, stderr }
        : { code, signal: null, stdout, stderr },
    );
  }

  /** Settles when nothing is left of it. */
  async end(): Promise<void> {
    if (!this.lives) return;
    // “close” does not come where the parent leaves
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }

  /** @returns its exit code, once it has said it and both streams have come whole */
  async #over(): Promise<number> {
    const whole = new Promise<void>((resolve) => {
      this.#grown = () => [this.#stdout, this.#stderr].every((text) => text.includes(MARK)) && resolve();
    });
    const [[{ code }]] = await Promise.all([once(this.child, 'message') as Promise<[{ code: number }]>, whole]);
    return code;
  }
}
