import type { Found, Opening, Stage } from './step.ts';

/** What an inline step does to one line: the line that it becomes, and how many places of it changed. */
export type Rewrite = (text: string) => { text: string; places: number };

/**
 * A stage that changes single lines, each by itself.
 * @param touches whether there is anything to do in a line: quick, since every line is asked
 */
export function inlineStage(
  { emit, tally }: Opening,
  touches: (text: string) => boolean,
  rewrite: Rewrite,
  found: () => Found | undefined,
): Stage {
  return {
    line(line) {
      if (!touches(line.text)) return emit(line);
      const { text, places } = rewrite(line.text);
      if (text === line.text) return emit(line);
      tally.note(Math.max(places, line.text.length - text.length), line.text, text, places);
      emit({ ...line, text });
    },
    found: () => (tally.places > 0 ? found() : undefined),
  };
}
