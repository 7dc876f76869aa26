import type { Step } from './step.ts';

/** Shorter lines recur in any text: “Yes,” a name, a number. */
const SHORTEST = 12;
/** Lines that are remembered: what comes after so many is compared with them, and not with one another. */
const MOST_REMEMBERED = 500_000;

/** Units at both ends of a line that count one by one, and which of those between do. */
const ENDS = 96;
const EVERY = 4;

/** 53 bits of a line: two different ones that agree are not to be expected among so few. */
function hash(text: string): number {
  let one = 0xdeadbeef ^ text.length;
  let other = 0x41c6ce57;
  for (let at = 0; at < text.length; at += at < ENDS || at >= text.length - ENDS ? 1 : EVERY) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    other = Math.imul(other ^ unit, 0x5f356495);
  }
  one ^= one >>> 16;
  other ^= other >>> 13;
  return (other & 0x1fffff) * 2 ** 32 + (one >>> 0);
}

/** Leaves out lines that were there before. */
export const repeats: Step = {
  name: 'repeats',
  open({ emit, tally }) {
    const seen = new Set<number>();
    let lines = 0;
    return {
      line(line) {
        if (line.text.length < SHORTEST || !line.ended) return emit(line);
        lines++;
        const key = hash(line.text);
        if (seen.has(key)) return tally.note(line.text.length + 1, line.text, '');
        if (seen.size < MOST_REMEMBERED) seen.add(key);
        emit(line);
      },
      found: () => (tally.places > 0 ? { sure: false, share: tally.places / lines } : undefined),
    };
  },
};
