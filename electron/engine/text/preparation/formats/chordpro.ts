import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

/** Of directives, those that are read: titles, who wrote it, what is to be said of a part. */
const SHOWN =
  /^\{\s?(?:title|t|subtitle|st|artist|composer|lyricist|comment|c|comment_italic|ci|comment_box|cb)\s?:([^{}]*)\}\s*$/i;
const DIRECTIVE =
  /^\{\s?(?:(?:start|end)_of_\w{1,20}|so[cvbtg]|eo[cvbtg]|key|capo|tempo|time|define|chord|meta|album|year|copyright|duration|sorttitle|new_page|np|new_song|ns|column_break|columns|col|chorus|image|transpose|textfont|textsize|chordfont|chordsize|grid|no_grid)(?:\s?[:\s][^{}]*)?\}\s*$/i;
/** Two of them begin a heading of Markdown. */
const COMMENT = /^#(?!#)/;
const TAB = /^\{\s?(?:start_of_tab|sot)\b[^{}]*\}\s*$/i;
const TAB_ENDS = /^\{\s?(?:end_of_tab|eot)\b[^{}]*\}\s*$/i;
const CHORD =
  /\[(?:N\.?C\.?|[A-H][#b♯♭]?(?:maj|min|dim|aug|sus|add|m|M|[+°ø])?\d{0,2}(?:(?:maj|sus|add|[#b♯♭])\d{1,2}){0,3}(?:\/[A-H][#b♯♭]?)?)\]/g;
/** One that is more than a letter: [A]nd so somebody quotes a sentence. */
const BEFORE_WORD = /\[[A-H](?:[#b]|m|maj|sus|dim|7)[^\s[\]]{0,8}\]\p{L}/gu;
const LEAST_BEFORE_WORDS = 4;
/** Any, in a text with directives: where a letter alone stands between blanks, it is an answer, or a note. */
const AT_WORD = /\[[A-H][^\s[\]]{0,8}\]\p{L}/gu;
const LEAST_AT_WORDS = 2;

function bareLine(line: string, evidence: Evidence): string | undefined {
  const text = line.trim();
  const shown = SHOWN.exec(text);
  if (shown || DIRECTIVE.test(text)) {
    evidence.count('directive');
    return shown?.[1].trim() || undefined;
  }
  if (evidence.of('directive') > 0 && COMMENT.test(text)) return undefined;
  const chords = line.match(CHORD)?.length ?? 0;
  if (chords === 0) return line;
  evidence.count('chord', chords);
  evidence.count('before a word', line.match(BEFORE_WORD)?.length ?? 0);
  if (line.length <= LONGEST_LINE) evidence.count('song');
  evidence.count('at a word', line.match(AT_WORD)?.length ?? 0);
  const left = line.replace(CHORD, '');
  return left.trim() === '' ? undefined : left.replace(/(?<! ) {2,}(?=\S)/g, ' ');
}

/** Without directives, so many of all lines have chords, in a line of a song. */
const LEAST_SHARE = 0.2;
const LONGEST_LINE = 120;

const format = (): Format => {
  let lines = 0;
  return {
    marks: MARKS.ink,
    touches({ text, marks }, seen) {
      lines++;
      return (
        (marks & (MARKS.code | MARKS.markup)) !== 0 &&
        (text.includes('[') || text.includes('{') || (seen && text.startsWith('#')))
      );
    },
    apart: (line) =>
      TAB.test(line.trim())
        ? { kind: 'directive', closes: true, place: (next) => (TAB_ENDS.test(next.trim()) ? 'last' : 'inside') }
        : undefined,
    depth: () => 0,
    bare: (text, evidence) => bareLine(text, evidence),
    isNothing: (evidence) => evidence.of('chord') < 2,
    isSure: (evidence) =>
      evidence.of('chord') >= 4 &&
      ((evidence.of('directive') > 0 && evidence.of('at a word') >= LEAST_AT_WORDS) ||
        (evidence.of('before a word') >= LEAST_BEFORE_WORDS && evidence.of('song') >= LEAST_SHARE * lines)),
  };
};

/** Leaves out chords and directives of ChordPro, in which songs are written down; the words stay, and titles. */
export const chordpro: Step = {
  name: 'chordpro',
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, format()),
};
