import { message, percent, type Message, type SharedKey } from '../../contract/message.ts';
import { raisedDropout } from '../dropout.ts';
import { precedingSymbols, type CorpusFacts } from '../wording.ts';
import type { Grounds, Mean, Meaning } from './answer.ts';

/*
 * Through windows a story follows its text as far as the words before decide the next one: the window is what closeness
 * is, and what each length decides was measured. A memory that is carried on sees everything before; there it is how much
 * was learnt by heart, which dropout puts off, and the text held out tells when to stop.
 */

/** Less than this is nothing that a story could go its own way at. */
const LITTLE = 0.001;
/** At least so much has to be open for a story to be freer. */
const SOME = 0.02;

/** What windows of a length leave open of the text: 1 less the best accuracy; undefined where nobody measured it. */
function open({ statistics: { ceilings } }: CorpusFacts, length: number): number | undefined {
  const ceiling = ceilings[length - 1] as number | undefined;
  return ceiling === undefined ? undefined : 1 - ceiling;
}

function windows(corpus: CorpusFacts, windowLength: number, reason: SharedKey): Meaning {
  const preceding = precedingSymbols(windowLength, corpus.statistics.tokenizer);
  const left = open(corpus, Math.min(windowLength, corpus.statistics.ceilings.length));
  const values = { preceding, share: percent(1 - (left ?? 0)) };
  return { settings: { windowLength }, reason: { message: reason, values } };
}

/** The longest shorter window that leaves twice as much open, and some, else the shortest there is. */
function shorter({ proposal: { hyperparameters: h }, corpus }: Grounds): Meaning | undefined {
  const now = open(corpus, h.windowLength) ?? 0;
  let length = h.windowLength - 1;
  while (length > 1 && (open(corpus, length) ?? 0) < Math.max(2 * now, SOME)) length--;
  return length < 1 ? undefined : windows(corpus, length, 'shortForm.freerReason');
}

/** The shortest longer window that leaves half as much open, else the longest that was measured. */
function longer({ proposal: { hyperparameters: h }, corpus }: Grounds): Meaning | undefined {
  const { ceilings, symbols } = corpus.statistics;
  const now = open(corpus, h.windowLength) ?? 0;
  let length = h.windowLength + 1;
  while (length < ceilings.length && (open(corpus, length) ?? 0) > now / 2) length++;
  return now < LITTLE || length >= symbols ? undefined : windows(corpus, length, 'shortForm.closerReason');
}

const reasonFor = ({ proposal: { reasons } }: Grounds, name: 'windowLength' | 'dropout'): Message =>
  reasons.find((reason) => reason.name === name)?.text ?? message('shortForm.asProposed');

const freer: Mean = (grounds) => {
  const { hyperparameters: h } = grounds.proposal;
  if (h.context === 'window') return shorter(grounds);
  const dropout = raisedDropout(h.dropout);
  return {
    settings: { dropout },
    reason: message('shortForm.freerDropoutReason', { share: percent(dropout) }),
  };
};

const balanced: Mean = (grounds) => {
  const windowed = grounds.proposal.hyperparameters.context === 'window';
  return { settings: {}, reason: reasonFor(grounds, windowed ? 'windowLength' : 'dropout') };
};

const closer: Mean = (grounds) => {
  if (grounds.proposal.hyperparameters.context === 'window') return longer(grounds);
  return { settings: { dropout: 0, validationFraction: 0 }, reason: message('shortForm.closerDropoutReason') };
};

/** How close a story stays to its text. */
export const closeness = { freer, balanced, closer } as const;
