import { Worker } from 'node:worker_threads';
import { Heap } from './heap.ts';
import { kernelsModule } from './module.ts';
import { operations, type Operation } from './operations.ts';
import { Scopes } from '../scopes.ts';

/** Words of the first page that JavaScript and kernels share: see assembly/control.ts. */
const REGION = 0;
const READY = 32;
const BROKEN = 48;
const OPERATION = 256;
/** Milliseconds that a sleeper waits before it looks whether another thread has failed. */
const PATIENCE = 500;

interface Exports {
  run(together: boolean): void;
}

/**
 * A worker's script. It is text, so that a bundle and the packed app need no second file; it never ends by itself, and a
 * process does not wait for it.
 */
const WORKER = `
const { module, memory } = require('node:worker_threads').workerData;
const words = new Int32Array(memory.buffer, 0, 1024);
const sleep = (place, old) => {
  Atomics.wait(words, place >> 2, old);
};
const { serve } = new WebAssembly.Instance(module, { env: { memory }, control: { sleep } }).exports;
let seen = Atomics.load(words, ${REGION});
const thread = Atomics.add(words, ${READY}, 1) + 1;
try {
  for (;;) seen = serve(thread, seen);
} finally {
  Atomics.store(words, ${BROKEN}, 1);
}`;

/** An argument: an address, a whole number or a flag; a float32 stands in an array of its own. */
export type Argument = number | boolean | readonly [float: number];

/** WebAssembly kernels over one memory, and the threads that run them together. */
export class Machine {
  readonly heap = new Heap();
  readonly scopes = new Scopes();
  readonly threads: number;
  private readonly words = new Int32Array(this.heap.memory.buffer, 0, 1024);
  private readonly floats = new Float32Array(this.heap.memory.buffer, 0, 1024);
  private readonly exports: Exports;
  private readonly workers: readonly Worker[];
  private readonly scratch = new Map<string, { at: number; bytes: number }>();

  /** @param threads that compute, this one among them; others join as soon as they have come up */
  constructor(threads: number) {
    const module = kernelsModule();
    const { memory } = this.heap;
    const imports = { env: { memory }, control: { sleep: (place: number, old: number) => this.sleep(place, old) } };
    this.threads = threads;
    this.exports = new WebAssembly.Instance(module, imports).exports as unknown as Exports;
    this.workers = Array.from({ length: threads - 1 }, () => {
      const worker = new Worker(WORKER, { eval: true, execArgv: [], workerData: { module, memory } });
      // one that does not come up is not waited for; one that fails later has said so itself
      worker.on('error', () => undefined);
      worker.unref();
      return worker;
    });
  }

  /** Whether all threads have come up. */
  get isComplete(): boolean {
    return Atomics.load(this.words, READY) === this.threads - 1;
  }

  /** @param together by all threads, or by this one alone, which is quicker for what is small */
  run(operation: Operation, together: boolean, ...values: readonly Argument[]): void {
    const { words, floats } = this;
    words[OPERATION] = operations[operation];
    for (let k = 0; k < values.length; k++) {
      const value = values[k];
      if (typeof value === 'object') floats[OPERATION + 1 + k] = value[0];
      else words[OPERATION + 1 + k] = Number(value);
    }
    this.requireThreads();
    try {
      this.exports.run(together && this.threads > 1);
    } catch (error) {
      // the others may stand in the midst of it
      Atomics.store(words, BROKEN, 1);
      throw error;
    }
  }

  /**
   * A block to work in, which the next caller of that name writes over.
   * @returns its address
   */
  room(name: string, bytes: number): number {
    const known = this.scratch.get(name);
    if (known && known.bytes >= bytes) return known.at;
    if (known) this.heap.release(known.at);
    this.scratch.delete(name);
    const at = this.heap.allocate(bytes);
    this.scratch.set(name, { at, bytes });
    return at;
  }

  /** Blocks that somebody has to free. */
  get blocks(): number {
    return this.heap.blocks - this.scratch.size;
  }

  /** Ends the threads; nothing can be computed afterwards. */
  dispose(): void {
    this.workers.forEach((worker) => void worker.terminate());
  }

  private sleep(place: number, old: number): void {
    Atomics.wait(this.words, place >> 2, old, PATIENCE);
    this.requireThreads();
  }

  private requireThreads(): void {
    if (Atomics.load(this.words, BROKEN) !== 0) throw new Error('a thread of the portable engine has failed');
  }
}
