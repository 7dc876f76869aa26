import { AesopError } from '../../contract/errors.ts';
import { message, type Said } from '../../contract/message.ts';
import type { StepTrial, TriedNetwork } from '../../contract/step-trial.ts';
import type { Context } from '../context.ts';
import { newJobId, type WorkerProcess } from '../workers/worker-process.ts';

/** Seconds for a card to come up and make steps. */
const PATIENCE_SECONDS = 90;
/** Milliseconds for a process that is killed to be gone; one that hangs in the driver may stay. */
const MOMENT = 2000;

/** What ended a trial that told nothing: how its process died, as a rule. */
function whyNot(thrown: unknown): Said {
  const { reason } = thrown instanceof AesopError ? thrown.values : {};
  if (typeof reason === 'object' && 'message' in reason) return reason;
  return thrown instanceof AesopError ? thrown.code : String(thrown);
}

/** Steps of a network on a device, tried in a process that may crash or hang without harm. */
export class StepTrials {
  readonly #launch: Context['launch'];
  readonly #patience: number;
  #process: WorkerProcess | undefined;

  /** @param patience seconds */
  constructor(launch: Context['launch'], patience = PATIENCE_SECONDS) {
    this.#launch = launch;
    this.#patience = patience;
  }

  /** What came of it; never rejects. */
  async tryStep(network: TriedNetwork): Promise<StepTrial> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<StepTrial>((resolve) => {
      const failure = message('engineChoice.noAnswer', { seconds: this.#patience });
      timer = setTimeout(() => resolve({ failure }), this.#patience * 1000);
    });
    try {
      return await Promise.race([this.#tried(network), late]);
    } finally {
      clearTimeout(timer);
      await this.#gone();
    }
  }

  /** Ends the one under way. */
  end(): void {
    this.#process?.kill();
    this.#process = undefined;
  }

  /** Ends the process and waits a moment for it: what it held of the card is free then. */
  async #gone(): Promise<void> {
    const ended = this.#process?.ended;
    this.end();
    let timer: NodeJS.Timeout | undefined;
    const moment = new Promise<void>((resolve) => (timer = setTimeout(resolve, MOMENT)));
    await Promise.race([ended, moment]);
    clearTimeout(timer);
  }

  async #tried(network: TriedNetwork): Promise<StepTrial> {
    try {
      const process = this.#launch('assist', { AESOP_DEVICE: network.device });
      this.#process = process;
      const ending = await process.run(newJobId(), 'tryStep', network, () => undefined);
      return ending.type === 'done' ? ending.result : {};
    } catch (thrown) {
      return { failure: whyNot(thrown) };
    }
  }
}
