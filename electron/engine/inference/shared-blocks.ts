import { availableParallelism } from 'node:os';
import { Machine } from '../kernels/wasm/machine.ts';
import { inputWidth, type ModelConfig } from '../model/model-config.ts';
import { separateBlocks, type Blocks } from './blocks.ts';
import type { Multiply } from './product.ts';

/** Bytes of weights, read for every word, from which on threads are quicker: fewer stay in one processor's cache. */
const MANY_BYTES = 4 * 2 ** 20;
/** More find no more memory to read. */
const MOST_THREADS = 4;
/** Every so many words the slower way is tried again: other programs come and go. */
const TRY_EVERY = 64;
/** Weight of the last time in the mean. */
const NEWS = 0.25;

/** Whether a product is quicker by all threads or by one, from how long it took. */
class Choice {
  private together = true;
  private words = 0;
  /** mean milliseconds, by one and by all; 0 before the first */
  private readonly means = [0, 0];

  /** @param vectors that are multiplied; one at a time, as a story is told, they are timed */
  run(vectors: number, multiply: (together: boolean) => void): void {
    if (vectors > 1) return multiply(this.together);
    const together = this.together !== (++this.words % TRY_EVERY === 0);
    const start = performance.now();
    multiply(together);
    this.learn(Number(together), performance.now() - start);
  }

  private learn(way: number, took: number): void {
    const mean = this.means[way];
    this.means[way] = mean === 0 ? took : mean + NEWS * (took - mean);
    const [alone, all] = this.means;
    this.together = alone === 0 || all <= alone;
  }
}

/** All blocks in one memory, multiplied by some threads: the bits are those that `separateBlocks` gives. */
export function sharedBlocks(threads: number): Blocks {
  const machine = new Machine(threads);
  return {
    allocate(bytes) {
      const start = machine.heap.allocate(bytes);
      const choices = new Map<number, Choice>();
      const multiply: Multiply = (weights, rows, panels, x, xStride, y, yStride, vectors) => {
        const choice = choices.get(weights) ?? new Choice();
        choices.set(weights, choice);
        choice.run(vectors, (together) =>
          machine.run('tellTogether', together, weights, rows, panels, x, xStride, y, yStride, vectors),
        );
      };
      return { buffer: machine.heap.memory.buffer, start, multiply };
    },
    dispose: () => machine.dispose(),
  };
}

/** Bytes that a network reads for every word. */
function bytesRead(config: ModelConfig): number {
  const { layers, units, vocabularySize } = config;
  const inputs = inputWidth(config) + (layers - 1) * units;
  return 4 * ((inputs + layers * units) * 4 * units + units * vocabularySize);
}

/** What is quickest for a network of that size on this machine. */
export function blocksFor(config: ModelConfig, threads = availableParallelism()): Blocks {
  const party = Math.min(threads, MOST_THREADS);
  return party > 1 && bytesRead(config) >= MANY_BYTES ? sharedBlocks(party) : separateBlocks;
}
