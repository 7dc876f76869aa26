/** Marks on one character; the wildest texts have a hundred. */
const MOST_MARKS = 128;
/** Of every mark but U+034F, which parts those before it from those behind it, and of vowels of Kirat Rai, which compose like marks. */
const MARK = '(?:[^\\P{M}\\u034f]|[\\u{16d63}-\\u{16d6a}])';
const IS_MARK = new RegExp(MARK, 'u');
const LONG_RUN = new RegExp(`(?<!${MARK})${MARK}{${MOST_MARKS + 1},}`, 'gu');
const STRETCH = new RegExp(`${MARK}{${MOST_MARKS}}(?=${MARK})`, 'gu');
const PART = '\u034f';

const FIRST_MARK = 0x300;
const isSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xe000;
const mayBeMark = (unit: number) =>
  unit >= FIRST_MARK && (isSurrogate(unit) || IS_MARK.test(String.fromCharCode(unit)));

/** A quick look: a long run holds two neighbours of the units that are looked at, and all between them. */
function mayHoldLongRun(text: string): boolean {
  const step = MOST_MARKS / 2;
  for (let at = step; at < text.length; at += step) {
    let first = at;
    while (first >= at - step && mayBeMark(text.charCodeAt(first))) first--;
    if (first < at - step) return true;
  }
  return false;
}

/**
 * A text in which no more marks stand one behind the other than are put in order in a short time, which grows by the square of
 * them: U+034F parts those that do (UAX #15, "Stream-Safe Text Format", which does so behind 30).
 */
export const withPartedMarks = (text: string): string =>
  mayHoldLongRun(text) ? text.replace(LONG_RUN, (run) => run.replace(STRETCH, `$&${PART}`)) : text;

/** A text in normal form C, in time proportional to its length whatever marks it has; some of those become two. */
export const composed = (text: string): string => withPartedMarks(withPartedMarks(text).normalize('NFC'));
