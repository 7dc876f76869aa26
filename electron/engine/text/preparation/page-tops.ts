/** How often a head must come. */
const LEAST_HEADS = 3;
/** Behind how many of them a sentence goes on, which behind a title, a date and a name does not. */
const WITHIN_SHARE = 0.3;
/** How often the same stands amid pages, at most, as who speaks and rows of a table do. */
const MOST_AMID = 0.2;

/** A line that pages begin with, whatever number it holds. */
export interface Top {
  times: number;
  characters: number;
  readonly line: string;
  /** how often a sentence of the page before goes on behind it */
  within: number;
  /** how often it stands amid a page */
  amid: number;
}

export const topOf = (line: string): Top => ({ times: 0, characters: 0, line, within: 0, amid: 0 });

/** Whether such a line is a head. */
export const isTop = ({ times, within, amid }: Top) =>
  times >= LEAST_HEADS && within >= WITHIN_SHARE * times && amid <= MOST_AMID * times;
