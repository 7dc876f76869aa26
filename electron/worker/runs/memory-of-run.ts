import { cardMemoryProblem, memoryFull } from '../../advice/memory.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Gpu } from '../../contract/machine.ts';
import { cardInUse, findGpus, outOfMemory, type Runtime } from '../../engine/runtime/index.ts';
import { availableMemory } from '../../engine/training/index.ts';

/** The memory that a run finds, on the card that computes where one does, and in the processor's. */
export class MemoryOfRun {
  readonly #h: Hyperparameters;
  readonly #device: Runtime['device'];
  readonly #vocabularySize: number;
  readonly #symbols: number;
  readonly #card: Gpu | undefined;
  readonly #free = availableMemory();

  private constructor(
    h: Hyperparameters,
    { device }: Pick<Runtime, 'device'>,
    vocabularySize: number,
    symbols: number,
    card: Gpu | undefined,
  ) {
    this.#h = h;
    this.#device = device;
    this.#vocabularySize = vocabularySize;
    this.#symbols = symbols;
    this.#card = card;
  }

  /**
   * As it stands before the run takes any of it.
   * @throws AesopError `card-memory-short`, `card-memory-short-network` where the run would not fit on the card
   */
  static async before(
    h: Hyperparameters,
    runtime: Pick<Runtime, 'device'>,
    vocabularySize: number,
    symbols: number,
  ): Promise<MemoryOfRun> {
    const card = runtime.device === 'gpu' ? cardInUse(await findGpus()) : undefined;
    const problem = card && cardMemoryProblem(h, vocabularySize, card);
    if (problem) throw problem;
    return new MemoryOfRun(h, runtime, vocabularySize, symbols, card);
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
