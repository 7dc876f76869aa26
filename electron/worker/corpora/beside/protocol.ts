import type { ChosenStep, Finding, StepFigures } from '../../../contract/preparation.ts';
import type { TextTraits } from '../../../engine/text/text-work.ts';
import type { Repeat } from '../../../engine/text/statistics/repeats.ts';
import type { Ids } from '../../../engine/text/vocabulary/id-list.ts';

/** What the thread beside is asked for, one after the other: pieces of text follow, then their end. */
export type Asked =
  | { readonly kind: 'examine'; readonly traits: TextTraits }
  | { readonly kind: 'prepare'; readonly traits: TextTraits; readonly chosen: readonly ChosenStep[] }
  | { readonly kind: 'repeats'; readonly ids: Ids };

export interface Results {
  readonly examine: Finding[];
  readonly prepare: StepFigures[];
  readonly repeats: Repeat[];
}

export type ToThread = Asked | { readonly kind: 'piece'; readonly text: string } | { readonly kind: 'end' };

/** `taken` answers each piece, with what has become of the text so far; `done` the end, with the rest. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'taken'; readonly text: string }
  | { readonly kind: 'done'; readonly text: string; readonly result: Results[keyof Results] };
