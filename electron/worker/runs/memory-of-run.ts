import { cardMemoryProblem, memoryFull } from '../../advice/memory.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Gpu } from '../../contract/machine.ts';
import { cardInUse, findGpus, outOfMemory, type Runtime } from '../../engine/runtime/index.ts';
import { availableMemory } from '../../engine/training/index.ts';

/** The memory that a run finds before its engine takes any of it, the processor's and the cards'. */
export class MemoryOfRun {
  readonly gpus: readonly Gpu[];
  readonly #h: Hyperparameters;
  readonly #vocabularySize: number;
  readonly #symbols: number;
  readonly #free = availableMemory();
  #device: Runtime['device'] = 'cpu';
  #card: Gpu | undefined;

  private constructor(h: Hyperparameters, vocabularySize: number, symbols: number, gpus: readonly Gpu[]) {
    this.#h = h;
    this.#vocabularySize = vocabularySize;
    this.#symbols = symbols;
    this.gpus = gpus;
  }

  static async before(h: Hyperparameters, vocabularySize: number, symbols: number): Promise<MemoryOfRun> {
    return new MemoryOfRun(h, vocabularySize, symbols, await findGpus());
  }

  /**
   * Where it computes.
   * @throws AesopError `card-memory-short`, `card-memory-short-network` where the run does not fit on the card
   */
  take({ device }: Pick<Runtime, 'device'>): void {
    this.#device = device;
    if (device === 'cpu') return;
    this.#card = cardInUse(this.gpus);
    const problem = this.#card && cardMemoryProblem(this.#h, this.#vocabularySize, this.#card);
    if (problem) throw problem;
  }

  /** What was thrown, in words where it says that memory is full. */
  inWords(thrown: unknown): unknown {
    const full = outOfMemory(thrown, this.#device);
    if (!full) return thrown;
    const place =
      full.device === 'gpu'
        ? { device: full.device, card: this.#card }
        : { device: full.device, symbols: this.#symbols, free: this.#free, computes: this.#device };
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return memoryFull(this.#h, this.#vocabularySize, place, full.wanted, detail);
  }
}
