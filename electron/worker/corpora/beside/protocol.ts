import type { ChosenStep, Finding, StepFigures } from '../../../contract/preparation.ts';
import type { Block } from '../../../engine/text/preparation/index.ts';
import type { TextTraits } from '../../../engine/text/text-work.ts';
import type { Repeat } from '../../../engine/text/statistics/repeats.ts';
import type { CutText } from '../../../engine/text/vocabulary/cut-text.ts';
import type { Ids } from '../../../engine/text/vocabulary/id-list.ts';
import type { TokenizerSettings } from '../../../engine/text/vocabulary/vocabulary.ts';

/** What the thread beside is asked for, one after the other: pieces of text follow, then their end. */
export type Asked =
  | { readonly kind: 'examine'; readonly traits: TextTraits }
  | {
      readonly kind: 'prepare';
      readonly traits: TextTraits;
      readonly chosen: readonly ChosenStep[];
      /** one number that both threads count by: pieces that wait to be taken */
      readonly waiting: Int32Array<SharedArrayBuffer>;
    }
  | { readonly kind: 'repeats'; readonly ids: Ids };

export interface Results {
  readonly examine: Finding[];
  readonly prepare: StepFigures[];
  readonly repeats: Repeat[];
}

/** What follows on what was asked for. */
export interface Pieces {
  readonly examine: readonly Block[];
  readonly prepare: string;
  readonly repeats: never;
}

export type ToThread =
  | Asked
  /** from now on, pieces may be cut where several wait */
  | { readonly kind: 'cut'; readonly settings: TokenizerSettings }
  | { readonly kind: 'piece'; readonly piece: Pieces[keyof Pieces] }
  | { readonly kind: 'end' };

/** `taken` answers each piece, with what has become of the text so far; `done` the end, with the rest. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'taken'; readonly piece: string | CutText }
  | { readonly kind: 'done'; readonly piece: string; readonly result: Results[keyof Results] };
