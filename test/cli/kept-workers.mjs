// Lets the processes for short jobs outlive a call of the program: each takes half a second of processor time to come up,
// in a studio that stays they do many jobs, and what a call asks of them hangs on nothing that went before.
import childProcess from 'node:child_process';
import { EventEmitter } from 'node:events';
import { syncBuiltinESMExports } from 'node:module';
import { PassThrough } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';

/** Jobs that look for no engine, which may be another one for the next call. @type {readonly import('../../electron/contract/worker.ts').JobKind[]} */
const KEPT_AFTER = [
  ...['preview', 'import', 'join', 'prepare', 'statistics', 'symbols', 'search'],
  ...['tell', 'prompt', 'copied', 'neighbours', 'verify'],
];
const ENDINGS = ['done', 'failed', 'stopped'];

/**
 * @typedef {object} Worker
 * @property {import('node:child_process').ChildProcess} child
 * @property {import('node:child_process').ForkOptions} options
 */

/** The one that nobody has. @type {Worker | undefined} */
let free;

/** @param {Worker} worker @param {boolean} held whether this process waits for it */
function hold({ child }, held) {
  for (const part of /** @type {{ ref?(): void, unref?(): void }[]} */ ([
    child,
    child.channel,
    child.stdout,
    child.stderr,
  ]))
    if (held) part.ref?.();
    else part.unref?.();
}

/** A worker as a call has it: killed when it is at nothing, it is there for the next call. */
class Lent extends EventEmitter {
  stdout = new PassThrough();
  stderr = new PassThrough();
  /** @type {number | null} */
  exitCode = null;
  #worker;
  /** @type {string | undefined} */
  #job;
  #isKept = true;
  #isOver = false;

  /** @param {Worker} worker */
  constructor(worker) {
    super();
    this.#worker = worker;
    const { child } = worker;
    hold(worker, true);
    child.stdout?.on('data', (chunk) => this.stdout.write(chunk));
    child.stderr?.on('data', (chunk) => this.stderr.write(chunk));
    child.on('message', (/** @type {{ type: string, job?: string }} */ message) => {
      if (ENDINGS.includes(message.type) && message.job === this.#job) this.#job = undefined;
      this.emit('message', message);
    });
    child.on('error', (error) => this.emit('error', error));
    child.on('close', (code, signal) => this.#end(code, signal));
  }

  get pid() {
    return this.#worker.child.pid;
  }

  get connected() {
    return !this.#isOver && this.#worker.child.connected;
  }

  /** @param {import('../../electron/contract/worker.ts').ToWorker} message @param {(error: Error | null) => void} done */
  send(message, done) {
    if (message.type === 'job') {
      this.#job = message.job;
      this.#isKept &&= KEPT_AFTER.includes(message.kind);
    }
    return this.#worker.child.send(message, done);
  }

  ref() {
    if (!this.#isOver) hold(this.#worker, true);
  }

  unref() {
    if (!this.#isOver) hold(this.#worker, false);
  }

  /** @param {NodeJS.Signals} signal */
  kill(signal) {
    const worker = this.#worker;
    const { child } = worker;
    if (this.#isOver) return false;
    if (free || !this.#isKept || this.#job !== undefined || !child.connected) return child.kill(signal);
    for (const emitter of [child, child.stdout, child.stderr])
      for (const event of ['message', 'error', 'close', 'data']) emitter?.removeAllListeners(event);
    child.stdout?.resume();
    child.stderr?.resume();
    child.once('exit', () => {
      if (free === worker) free = undefined;
    });
    hold(worker, false);
    free = worker;
    process.nextTick(() => this.#end(null, signal));
    return true;
  }

  /** @param {number | null} code @param {NodeJS.Signals | null} signal */
  #end(code, signal) {
    if (this.#isOver) return;
    this.#isOver = true;
    this.exitCode = code;
    this.stdout.end();
    this.stderr.end();
    this.emit('close', code, signal);
  }
}

/** From here on the program gets its workers for short jobs from the calls before. */
export function keepWorkers() {
  const { fork } = childProcess;
  childProcess.fork = /** @type {typeof fork} */ (
    (/** @type {string} */ path, /** @type {string[]} */ args, /** @type {Worker['options']} */ options) => {
      if (args[0] !== 'assist') return fork(path, args, options);
      const waiting = free;
      const fits = waiting?.child.connected && isDeepStrictEqual(waiting.options, options);
      if (fits) free = undefined;
      return new Lent(waiting && fits ? waiting : { child: fork(path, args, options), options });
    }
  );
  syncBuiltinESMExports();
}
