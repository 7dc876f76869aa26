import { estimateRun } from '../../../../electron/advice/estimate.ts';
import { withChanges } from '../../../../electron/advice/propose.ts';
import { settingWord } from '../../../../electron/advice/setting-words.ts';
import { shortForm, type Answer, type Asked, type Grounds } from '../../../../electron/advice/short-form/index.ts';
import { precedingSymbols } from '../../../../electron/advice/wording.ts';
import type { HyperparameterName } from '../../../../electron/contract/hyperparameters.ts';
import type { Machine } from '../../../../electron/contract/machine.ts';
import { bytes, count, say, t } from '../../../state/language.svelte.ts';
import type { Draft } from './draft.svelte.ts';
import { roughly } from './estimate-text.ts';
import { stepTimings } from './step-timings.svelte.ts';

type Known = Pick<Machine, 'memory' | 'measured' | 'engine'>;

/** The short form over a draft. */
export function askedOf(draft: Draft, machine?: Known): ReturnType<typeof shortForm> {
  const grounds: Grounds = { proposal: draft.proposal, corpus: draft.seen, memory: machine?.memory };
  return shortForm(grounds, draft.values);
}

/** What stands below a choice: what it takes, together with what else is chosen; `said` where that needs units by ear. */
export function noteOf(
  { question }: Asked,
  { settings }: Answer,
  draft: Draft,
  machine?: Known,
): { note: string; said?: string } {
  const h = withChanges(draft.values, settings);
  const {
    seconds,
    weights,
    memory: ofProcessor,
    cardMemory,
  } = estimateRun(h, draft.facts, stepTimings.on(machine, h, draft.facts));
  // beside a card, that is what gets tight
  const memory = cardMemory ?? ofProcessor;
  if (question === 'time') return { note: roughly(seconds) };
  if (question === 'size') {
    const said = [t('workshop.weightsOf', { count: weights }), bytes(memory)].join(t('settingWords.comma'));
    return { note: `${count(weights)}\n${bytes(memory)}`, said };
  }
  if (h.context === 'window') {
    const said = say(precedingSymbols(h.windowLength, h.tokenizer));
    return { note: t('shortForm.preceding', { count: h.windowLength }), said };
  }
  return { note: say(settingWord('dropout', h)) };
}

/** Some settings as they are set, in a word or two each. */
export const wordsOf = (names: readonly HyperparameterName[], { values }: Draft): string =>
  names.map((name) => say(settingWord(name, values))).join(t('settingWords.comma'));
