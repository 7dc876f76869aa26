import { SeenLines } from './seen.ts';
import type { Step } from './step.ts';

/** Shorter lines recur in any text: “Yes,” a name, a number. */
const SHORTEST = 12;
/** Lines that are remembered: what comes after so many is compared with them, and not with one another. */
const MOST_REMEMBERED = 500_000;

/** Leaves out lines that were there before. */
export const repeats: Step = {
  name: 'repeats',
  open({ emit, tally }) {
    const seen = new SeenLines(MOST_REMEMBERED);
    let lines = 0;
    return {
      line(line) {
        if (line.text.length < SHORTEST || !line.ended) return emit(line);
        lines++;
        if (seen.see(line.text)) return tally.note(line.text.length + 1, line.text, '');
        emit(line);
      },
      found: () => (tally.places > 0 ? { sure: false, share: tally.places / lines } : undefined),
    };
  },
};
