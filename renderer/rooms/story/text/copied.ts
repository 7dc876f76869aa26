import type { CopiedSpan } from '../../../../electron/contract/story.ts';

/** What of a story stands in the text that its model learnt from. */
export interface Copied {
  /** of the told symbols, 1 where a copied span covers it */
  readonly marks: Uint8Array;
  /** share of the told symbols, 0 to 1 */
  readonly share: number;
  /** symbols of the longest span */
  readonly longest: number;
  /** the span that begins at, or first covers, a told symbol */
  readonly notes: ReadonlyMap<number, CopiedSpan>;
}

/** Symbols between two notes in the margin, below which only the longer span has one. */
const NOTES_APART = 16;

/**
 * Copied spans of prompt and story together, as they concern the story.
 * @param given symbols of the prompt, before the story's
 * @param told symbols of the story
 */
export function copiedOf(spans: readonly CopiedSpan[], given: number, told: number): Copied {
  const marks = new Uint8Array(told);
  const notes = new Map<number, CopiedSpan>();
  let longest = 0;
  let last: { at: number; length: number } | undefined;
  for (const span of spans) {
    const from = Math.max(0, span.start - given);
    const to = Math.min(told, span.start + span.length - given);
    if (to <= from) continue;
    marks.fill(1, from, to);
    longest = Math.max(longest, span.length);
    if (last && from - last.at < NOTES_APART) {
      if (span.length <= last.length) continue;
      notes.delete(last.at);
    }
    notes.set(from, span);
    last = { at: from, length: span.length };
  }
  const copied = marks.reduce((sum, mark) => sum + mark, 0);
  return { marks, share: told ? copied / told : 0, longest, notes };
}

/** The copied span that a told symbol lies in. */
export function spanAt(spans: readonly CopiedSpan[], given: number, index: number): CopiedSpan | undefined {
  const at = given + index;
  return spans.find(({ start, length }) => at >= start && at < start + length);
}
