import type { ChosenStep, Finding, StepFigures } from '../../../contract/preparation.ts';
import type { Block } from '../../../engine/text/preparation/index.ts';
import type { TextTraits } from '../../../engine/text/text-work.ts';
import type { WholeText } from '../../../engine/text/statistics/whole-text.ts';
import type { CutSymbols, CutText } from '../../../engine/text/vocabulary/cut-text.ts';
import type { Ids } from '../../../engine/text/vocabulary/id-list.ts';
import type { TokenizerSettings } from '../../../engine/text/vocabulary/vocabulary.ts';
import type { Lines } from '../../../engine/text/whole-lines.ts';

/** One number that both threads count by: pieces that wait to be taken. */
type Waiting = Int32Array<SharedArrayBuffer>;

/** What the thread beside is asked for, one after the other: pieces of text follow, then their end. */
export type Asked =
  | { readonly kind: 'examine'; readonly traits: TextTraits }
  | {
      readonly kind: 'prepare';
      readonly traits: TextTraits;
      readonly chosen: readonly ChosenStep[];
      readonly waiting: Waiting;
    }
  /** nothing is done to the text */
  | { readonly kind: 'cut'; readonly waiting: Waiting }
  | { readonly kind: 'count'; readonly ids: Ids; readonly kinds: Uint8Array };

export interface Results {
  readonly examine: Finding[];
  readonly prepare: StepFigures[];
  readonly cut: undefined;
  readonly count: WholeText;
}

/** What follows on what was asked for. */
export interface Pieces {
  readonly examine: readonly Block[];
  readonly prepare: string;
  readonly cut: Lines;
  readonly count: never;
}

/** What answers a piece. */
export interface Answers {
  readonly examine: undefined;
  /** what has become of the text so far */
  readonly prepare: string | CutText;
  /** its symbols; nothing where it was left to who sent it */
  readonly cut: CutSymbols | undefined;
  readonly count: undefined;
}

export type ToThread =
  | Asked
  /** from now on, pieces may be cut where several wait */
  | { readonly kind: 'cutBy'; readonly settings: TokenizerSettings }
  | { readonly kind: 'piece'; readonly piece: Pieces[keyof Pieces] }
  | { readonly kind: 'end' };

/** `taken` answers each piece; `done` the end, with the rest. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'taken'; readonly piece: Answers[keyof Answers] }
  | { readonly kind: 'done'; readonly piece: Answers[keyof Answers]; readonly result: Results[keyof Results] };
