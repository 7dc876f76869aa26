import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Message } from '../../contract/message.ts';
import type { Proposal } from '../propose.ts';
import type { CorpusFacts } from '../wording.ts';

/** What choices follow from: what is proposed for a text, and the machine. */
export interface Grounds {
  readonly proposal: Proposal;
  readonly corpus: CorpusFacts;
  /** bytes of memory that the machine has, free or not, so that a choice stays what it is; undefined while not known */
  readonly memory?: number;
}

/** What one choice means. */
export interface Meaning {
  /** knobs that it sets otherwise than the proposal does */
  readonly settings: Partial<Hyperparameters>;
  /** what it does to the text, and why */
  readonly reason: Message;
  /** it needs more memory than this machine has */
  readonly short?: true;
}

/** A choice as this text and this machine have it; undefined where it would be no other than the one beside it. */
export type Mean = (grounds: Grounds) => Meaning | undefined;
