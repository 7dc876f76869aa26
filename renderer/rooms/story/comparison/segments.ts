import type { CopiedSpan, PromptSymbol } from '../../../../electron/contract/story.ts';

/** A stretch of a passage: new or, where it has a span, copied. */
export interface Segment {
  readonly text: string;
  readonly span?: CopiedSpan;
}

/**
 * A passage cut where the model begins and ends to copy; what overlaps belongs to the first. Joined, they are the passage.
 * @param symbols that it was cut into
 * @param spans of these symbols, in order
 */
export function segmentsOf(
  text: string,
  symbols: readonly Pick<PromptSymbol, 'offset'>[],
  spans: readonly CopiedSpan[],
): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  const take = (to: number, span?: CopiedSpan): void => {
    if (to > end) segments.push({ text: text.slice(end, to), ...(span && { span }) });
    end = Math.max(end, to);
  };
  for (const span of spans) {
    take(symbols[span.start]?.offset ?? text.length);
    take(symbols[span.start + span.length]?.offset ?? text.length, span);
  }
  take(text.length);
  return segments;
}

/** A place of the text with what stands around it. */
export interface Surrounded {
  readonly before: string;
  readonly said: string;
  readonly after: string;
}

/** Characters of the text that are shown around a place, about. */
export const AROUND = 80;

/**
 * What was read around a place, cut at words.
 * @param from where in the whole text `read` begins
 */
export function surrounded(read: string, from: number, { offset, characters }: CopiedSpan): Surrounded {
  const [start, end] = [offset - from, offset - from + characters];
  const before = read.slice(0, start);
  const after = read.slice(end);
  return {
    before: from > 0 ? `…${before.replace(/^\S*\s/u, '')}` : before,
    said: read.slice(start, end),
    after: after.length >= AROUND ? `${after.replace(/\s\S*$/u, '')}…` : after,
  };
}
