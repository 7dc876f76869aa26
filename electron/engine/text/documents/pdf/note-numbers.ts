/** Share of the height of a line's type that the number of a note has at most, and by which it is raised at least. */
const SMALLER = 0.8;
const RAISED = 0.15;
const NUMBER = /^\s*\d{1,3}\s*$/;
/** Close behind a word or a mark of a sentence: a letter, a function or a unit has a power there, and behind a blank stands a fraction. */
const NOTED = /(?:[.,;:!?…)\]”’»"'。，」』]|\p{L}\p{L})$/u;
const POWERED = /(?:^|\P{L})(?:sin|cos|tan|cot|log)$/u;
const UNIT = /(?:^|\P{L})(?:[kdcmnµ]m|ft|yd|mi|sec)$/u;
const OF_UNIT = /^\s*[23]\s*$/;
/** What is looked at of what stands before it, UTF-16 units. */
const REACH = 16;

/** Where something is set, in points from the lower edge, and the height of its type. */
interface Set {
  readonly y: number;
  readonly height: number;
}

/** Whether a piece is the number of a note, raised beside the words of a line. */
export function isNoteNumber(piece: Set & { str: string }, line: Set & { text: string }): boolean {
  const before = line.text.slice(-REACH);
  return (
    NUMBER.test(piece.str) &&
    piece.height <= SMALLER * line.height &&
    piece.y - line.y >= RAISED * line.height &&
    NOTED.test(before) &&
    !POWERED.test(before) &&
    !(OF_UNIT.test(piece.str) && UNIT.test(before))
  );
}
