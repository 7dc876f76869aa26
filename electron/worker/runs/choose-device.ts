import { cardMemoryProblem } from '../../advice/memory.ts';
import { stepSeconds, stepWork } from '../../advice/step-cost.ts';
import type { AesopError } from '../../contract/errors.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Gpu } from '../../contract/machine.ts';
import { message, percent, type Said } from '../../contract/message.ts';
import type { Engine } from '../../contract/run.ts';
import type { StepTrial, TriedNetwork } from '../../contract/step-trial.ts';
import type { StepTimes } from '../../storage/records/step-times.ts';

export type Times = Omit<StepTimes, 'key'>;

/** Whoever tries steps in processes of their own, remembers what they took and writes it down. */
export interface Trials {
  readonly known: Times | undefined;
  tryStep(network: TriedNetwork): Promise<StepTrial>;
  remember(times: Times): Promise<void>;
  log(line: string): void;
}

export interface DeviceChoice {
  readonly device: Engine['device'];
  readonly reason: Said;
  /** what steps took, where they were tried on the processor too */
  readonly times?: Times;
  /** what is said before the training */
  readonly warning?: AesopError;
}

/** Seconds that a card takes to come up: a run that is over by then stays on the processor. */
const CARD_START = 10;
/** Seconds of a step, by estimate, beyond which the processor is not tried beside the card. */
const LONGEST_STEP = 1;
/** Share by which one must be quicker to be taken for it: less is chance. */
export const CLEARLY = 0.05;

/** The quickest that the processor makes a step, on an engine that the settings allow. */
const onProcessor = ({ tensorflow, portable }: Times, { engine }: Pick<Hyperparameters, 'engine'>): number =>
  engine === 'tensorflow' ? tensorflow : Math.min(tensorflow, portable);

function byTimes(h: Hyperparameters, times: Times & { gpu: number }): DeviceChoice {
  const { gpu } = times;
  const processor = onProcessor(times, h);
  if (!Number.isFinite(processor)) return { device: 'gpu', reason: '', times };
  const less = percent(Math.abs(gpu - processor) / Math.max(gpu, processor));
  if (less.amount < CLEARLY) return { device: 'cpu', reason: message('engineChoice.cardAsQuick'), times };
  return gpu < processor
    ? { device: 'gpu', reason: message('engineChoice.cardQuicker', { less }), times }
    : { device: 'cpu', reason: message('engineChoice.processorQuicker', { less }), times };
}

/** What TensorFlow lacks for the card is a sentence of its own. */
const isShortfall = (said: Said): boolean => typeof said === 'object' && said.message.startsWith('shortfalls.');

const shown = (milliseconds = Infinity): string =>
  Number.isFinite(milliseconds) ? `${milliseconds.toFixed(2)} ms` : 'no time';

/**
 * Where a run computes on a machine with a card: where its steps, tried on both, are quicker. Whatever keeps the card from
 * making one, the processor does.
 */
export async function chooseDevice(
  h: Hyperparameters,
  vocabularySize: number,
  card: Gpu,
  trials: Trials,
): Promise<DeviceChoice> {
  const warning = cardMemoryProblem(h, vocabularySize, card);
  if (warning) return { device: 'cpu', reason: message('engineChoice.cardSmall'), warning };
  const estimated = stepSeconds(stepWork(h, vocabularySize), 'tensorflow');
  if (h.steps * estimated < CARD_START) return { device: 'cpu', reason: message('engineChoice.runShort') };
  const { known } = trials;
  if (known?.gpu !== undefined) return byTimes(h, { ...known, gpu: known.gpu });
  const network = { hyperparameters: h, vocabularySize };
  const { tensorflow: gpu, failure = message('phrases.not-started') } = await trials.tryStep({
    ...network,
    device: 'gpu',
  });
  if (gpu === undefined) {
    trials.log(`a step on the graphics card failed: ${JSON.stringify(failure)}`);
    return {
      device: 'cpu',
      reason: isShortfall(failure) ? failure : message('engineChoice.cardFailed', { problem: failure }),
    };
  }
  if (estimated > LONGEST_STEP) {
    trials.log(`a step on the graphics card takes ${shown(gpu)}; on the processor too long to be tried`);
    return { device: 'gpu', reason: message('engineChoice.cardAlone') };
  }
  const { tensorflow, portable } = await trials.tryStep({ ...network, device: 'cpu' });
  trials.log(
    `a step on the graphics card takes ${shown(gpu)}, on the processor ${shown(tensorflow)}, on the portable engine ${shown(portable)}`,
  );
  const times = { tensorflow: tensorflow ?? Infinity, portable: portable ?? Infinity, gpu };
  if (tensorflow !== undefined && portable !== undefined) await trials.remember(times);
  return byTimes(h, times);
}
