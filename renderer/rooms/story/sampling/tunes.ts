import { isGreedy, type SAMPLING_RANGES, type Sampling } from '../../../../electron/contract/story.ts';
import type { TextKey } from '../../../../electron/messages/page.ts';
import { LENGTH_SCALE, LINEAR, TOP_K_SCALE, type Scale } from './scales.ts';

interface Look {
  readonly name: keyof typeof SAMPLING_RANGES;
  readonly label: TextKey;
  /** shown while it has the focus */
  readonly help: TextKey;
  readonly step?: number;
  readonly integer?: true;
  readonly scale: Scale;
}

/** How each figure of a sampling is set. */
export const TUNES = [
  { name: 'temperature', label: 'term.temperature', help: 'termHelp.temperature', step: 0.05, scale: LINEAR(0, 2) },
  { name: 'topK', label: 'story.topK', help: 'story.topKHelp', step: 1, integer: true, scale: TOP_K_SCALE },
  { name: 'topP', label: 'story.topP', help: 'story.topPHelp', step: 0.01, scale: LINEAR(0.01, 1) },
  { name: 'minP', label: 'story.minP', help: 'story.minPHelp', step: 0.01, scale: LINEAR(0, 0.5) },
  {
    name: 'repetitionPenalty',
    label: 'story.repetition',
    help: 'story.repetitionHelp',
    step: 0.05,
    scale: LINEAR(1, 2),
  },
  { name: 'length', label: 'story.length', help: 'story.lengthHelp', integer: true, scale: LENGTH_SCALE },
] as const satisfies readonly Look[];

/** Whether a figure has a part in how such a story is told. */
export const isUsed = (name: keyof typeof SAMPLING_RANGES, sampling: Sampling): boolean =>
  name === 'length' || (name === 'temperature' ? !sampling.greedy : !isGreedy(sampling));
