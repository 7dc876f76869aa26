import { rewritten, type Line } from './line.ts';
import type { Found, Opening, Stage } from './step.ts';

/** What an inline step does to one line: the line that it becomes, and how many places of it changed. */
export type Rewrite = (text: string) => { text: string; places: number };

/**
 * A stage that changes single lines, each by itself.
 * @param touches whether there is anything to do in a line: quick, since every line is asked
 * @param placesIn of a line that only signs for signs are put in, where that is known without writing it; else undefined
 */
export function inlineStage(
  { emit, counts, tally }: Opening,
  touches: (line: Line) => boolean,
  rewrite: Rewrite,
  found: () => Found | undefined,
  placesIn: (line: Line) => number | undefined = () => undefined,
): Stage {
  return {
    line(line) {
      if (!touches(line)) return emit(line);
      const counted = counts && !tally.wantsExamples ? placesIn(line) : undefined;
      if (counted !== undefined) {
        if (counted > 0) tally.count(counted, counted);
        return;
      }
      const { text, places } = rewrite(line.text);
      if (text === line.text) return emit(line);
      tally.note(Math.max(places, line.text.length - text.length), line.text, text, places);
      emit(rewritten(line, text));
    },
    found: () => (tally.places > 0 ? found() : undefined),
  };
}
