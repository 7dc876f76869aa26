import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { EXAMINED_WHOLE, type StepFigures } from '../../../contract/preparation.ts';
import { rejoined } from '../../../engine/text/rejoined.ts';
import { Selection, type Block } from '../../../engine/text/preparation/index.ts';
import { workHere, type PreparedText, type TextTraits, type TextWork } from '../../../engine/text/text-work.ts';
import type { Ids } from '../../../engine/text/vocabulary/id-list.ts';
import type { TokenizerSettings } from '../../../engine/text/vocabulary/vocabulary.ts';
import { WholeLines, type Lines } from '../../../engine/text/whole-lines.ts';
import type { JobContext } from '../../job.ts';
import { keepThread, takeThread } from './kept-thread.ts';
import type { Answers, Asked, FromThread, Pieces, Results, ToThread } from './protocol.ts';

/** Beside the bundle that this is part of; tests of the sources have none, and do everything in one thread. */
const PROGRAM = fileURLToPath(new URL(/* @vite-ignore */ './text-thread.cjs', import.meta.url));
/** UTF-16 units of a text, and bytes of a file, from which on it is worth a thread, which takes a tenth of a second to come up. */
const LONG = EXAMINED_WHOLE;
/** Pieces of a text, of a megabyte each, that are on their way or wait to be taken: the first look is slow to begin with. */
const AHEAD = { examine: 64, prepare: 8, cut: 8, count: 1 } as const satisfies Record<Asked['kind'], number>;

/** Looks at a long text, prepares it and counts it in a thread beside this one. */
export class TextThread implements TextWork {
  readonly shared = true;
  readonly #signal: AbortSignal;
  readonly #log: (line: string) => void;
  readonly #program: string;
  #worker: Worker | undefined;
  #coming: Promise<boolean> | undefined;
  #isUp = false;
  #isClosed = false;
  /** something was asked for, and is not done */
  #isAsked = false;
  readonly #answers: FromThread[] = [];
  #failed: { readonly thrown: unknown } | undefined;
  #wake = () => {};

  constructor({ signal, log }: Pick<JobContext, 'signal' | 'log'>, program = PROGRAM) {
    this.#signal = signal;
    this.#log = log;
    this.#program = program;
  }

  /** Comes up while a file that may hold a long text is opened. What is wrong with the file, its reader says. */
  async expect(path: string): Promise<void> {
    const size = await stat(path).then(
      (file) => file.size,
      () => 0,
    );
    // where nobody waits any more, whoever examines the text is told
    if (size >= LONG && !this.#isClosed) await this.#comeUp().catch(() => {});
  }

  examine: TextWork['examine'] = async (pieces, traits) => {
    const source = pieces[Symbol.asyncIterator]();
    const taken: string[] = [];
    let hasCome: boolean | undefined;
    for (let length = 0; hasCome !== true && taken.length < AHEAD.examine;) {
      if (hasCome === undefined && (this.#coming || length >= LONG)) {
        hasCome = false;
        const come = () => (hasCome = true);
        void this.#comeUp().then(come, come);
      }
      const next = await source.next();
      if (next.done && !this.#coming) return workHere.examine(rejoined(taken, source), traits);
      if (next.done) break;
      taken.push(next.value);
      length += next.value.length;
    }
    const all = rejoined(taken, source);
    if (!(await this.#comeUp())) return workHere.examine(all, traits);
    return result(this.#ask({ kind: 'examine', traits }, blocks(all, traits)));
  };

  prepare: TextWork['prepare'] = (pieces, chosen, traits) => {
    if (!this.#isUp) return workHere.prepare(pieces, chosen, traits);
    if (chosen.length === 0) return this.#untouched(pieces);
    const waiting = noneWaiting();
    const asked = this.#ask({ kind: 'prepare', chosen, traits, waiting }, pieces);
    let done: StepFigures[] = [];
    async function* prepared() {
      try {
        for (let next = await asked.next(); ; next = await asked.next()) {
          if (next.done) return void (done = next.value);
          Atomics.sub(waiting, 0, 1);
          if (next.value) yield next.value;
        }
      } finally {
        await asked.return([]);
      }
    }
    return { pieces: prepared(), figures: () => done, cutBy: this.#cutBy };
  };

  /** A text to which nothing is done stays here: what comes back is the symbols of what was cut there. */
  #untouched(pieces: AsyncIterable<string>): PreparedText {
    const waiting = noneWaiting();
    const sent: string[] = [];
    const asked = this.#ask({ kind: 'cut', waiting }, kept(wholeLines(pieces), sent));
    async function* cut() {
      try {
        for (let next = await asked.next(); !next.done; next = await asked.next()) {
          Atomics.sub(waiting, 0, 1);
          const text = sent.shift();
          if (text) yield next.value ? { text, ...next.value } : text;
        }
      } finally {
        await asked.return(undefined);
      }
    }
    return { pieces: cut(), figures: () => [], cutBy: this.#cutBy };
  }

  readonly #cutBy = (settings: TokenizerSettings) => this.#send({ kind: 'cutBy', settings });

  count: TextWork['count'] = (ids, kinds, breath) =>
    this.#isUp ? result(this.#ask({ kind: 'count', ids: shared(ids), kinds })) : workHere.count(ids, kinds, breath);

  /** Ends the thread if it is at something, or has failed; else another text may have it. */
  async close(): Promise<void> {
    const isAtNothing = this.#isUp && !this.#isAsked && !this.#failed;
    this.#isClosed = true;
    this.#isUp = false;
    this.#signal.removeEventListener('abort', this.#abort);
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker && isAtNothing) await keepThread(this.#program, worker);
    else await worker?.terminate();
  }

  #comeUp(): Promise<boolean> {
    return (this.#coming ??= this.#start());
  }

  /** @returns whether it has come up: where it cannot, this thread does its work */
  async #start(): Promise<boolean> {
    this.#signal.throwIfAborted();
    const kept = takeThread(this.#program);
    if (!kept && !existsSync(this.#program)) return false;
    // what the process was started with is not for this thread
    const worker = kept ?? new Worker(this.#program, { execArgv: [] });
    this.#worker = worker;
    worker.on('message', (answer: FromThread) => {
      this.#answers.push(answer);
      this.#wake();
    });
    worker.on('error', (thrown) => this.#fail(thrown));
    worker.on('exit', () => this.#fail(new Error('The thread that looks at a text has ended.')));
    this.#signal.addEventListener('abort', this.#abort);
    try {
      if (!kept) await this.#answer();
    } catch (thrown) {
      const isWanted = !this.#isClosed;
      await this.close();
      this.#signal.throwIfAborted();
      if (isWanted) this.#log(`no thread beside this one comes up: ${String(thrown)}`);
      return false;
    }
    this.#log('a thread beside this one looks at the text');
    this.#isUp = true;
    return true;
  }

  readonly #abort = () => this.#fail(this.#signal.reason);

  #fail(thrown: unknown): void {
    this.#failed ??= { thrown };
    this.#wake();
  }

  async #answer(): Promise<FromThread> {
    for (;;) {
      if (this.#failed) throw this.#failed.thrown;
      const answer = this.#answers.shift();
      if (answer) return answer;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #send(message: ToThread): void {
    this.#worker?.postMessage(message);
  }

  /** Sends pieces of a text, if any, some way ahead of what comes back, one for each. */
  async *#ask<Kind extends Asked['kind']>(
    asked: Extract<Asked, { kind: Kind }>,
    pieces?: AsyncIterable<Pieces[Kind]>,
  ): AsyncGenerator<Answers[Kind], Results[Kind]> {
    const source = pieces?.[Symbol.asyncIterator]();
    this.#isAsked = true;
    this.#send(asked);
    try {
      for (let [ahead, ended] = [0, false]; ;) {
        while (!ended && ahead < AHEAD[asked.kind]) {
          const next = source ? await source.next() : ({ done: true } as const);
          ended = next.done === true;
          this.#send(next.done ? { kind: 'end' } : { kind: 'piece', piece: next.value });
          ahead++;
        }
        const answer = await this.#answer();
        ahead--;
        if (answer.kind !== 'ready') yield answer.piece as Answers[Kind];
        if (answer.kind !== 'done') continue;
        this.#isAsked = false;
        return answer.result as Results[Kind];
      }
    } finally {
      // what else would be asked for would get the answers to this
      if (this.#isAsked) await this.close();
      await source?.return?.();
    }
  }
}

/** What another thread can read; of ids that it cannot, a copy: a message of its own would be two while it is on its way. */
function shared(ids: Ids): Ids {
  if (ids.buffer instanceof SharedArrayBuffer) return ids;
  const memory = new SharedArrayBuffer(ids.byteLength);
  const copy = ids instanceof Uint16Array ? new Uint16Array(memory) : new Uint32Array(memory);
  copy.set(ids);
  return copy;
}

const noneWaiting = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

async function* wholeLines(pieces: AsyncIterable<string>): AsyncGenerator<Lines> {
  const whole = new WholeLines();
  for await (const piece of pieces) {
    const lines = whole.take(piece);
    if (lines.text) yield lines;
  }
  yield { text: whole.end(), areWhole: false };
}

/** Keeps the texts of what goes by. */
async function* kept(lines: AsyncIterable<Lines>, texts: string[]): AsyncGenerator<Lines> {
  for await (const next of lines) {
    texts.push(next.text);
    yield next;
  }
}

/** Which parts of a text are looked at is judged here: so both threads have as much to do. */
async function* blocks(pieces: AsyncIterable<string>, { kind }: TextTraits): AsyncGenerator<Block[]> {
  const selection = new Selection(kind);
  for await (const piece of pieces) yield selection.push(piece);
  yield selection.end();
}

/** What comes at the end; the text before it is nobody's. */
async function result<Result>(asked: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const next = await asked.next();
    if (next.done) return next.value;
  }
}
