import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

/** Of directives, those that are read: titles, who wrote it, what is to be said of a part. */
const SHOWN =
  /^\{\s?(?:title|t|subtitle|st|artist|composer|lyricist|comment|c|comment_italic|ci|comment_box|cb)\s?:([^{}]*)\}\s*$/i;
const DIRECTIVE =
  /^\{\s?(?:(?:start|end)_of_\w{1,20}|so[cvbtg]|eo[cvbtg]|key|capo|tempo|time|define|chord|meta|album|year|copyright|duration|sorttitle|new_page|np|new_song|ns|column_break|columns|col|chorus|image|transpose|textfont|textsize|chordfont|chordsize|grid|no_grid)(?:\s?[:\s][^{}]*)?\}\s*$/i;
/** What a part is called, beside its beginning. */
const LABELLED =
  /^\{\s?(?:start_of_(?!tab|grid)\w{1,20}|so[cvb]|chorus)(?:\s?:|\s)\s?(?:label="([^"{}]*)"|([^{}="]*))\}\s*$/i;
/** Two of them begin a heading of Markdown. */
const COMMENT = /^#(?!#)/;
const TAB = /^\{\s?(?:start_of_tab|sot)\b[^{}]*\}\s*$/i;
const TAB_ENDS = /^\{\s?(?:end_of_tab|eot)\b[^{}]*\}\s*$/i;
const NAME =
  '(?:N\\.?C\\.?|[A-H][#b♯♭]?(?:maj|min|dim|aug|sus|add|m|M|[+°ø])?\\d{0,2}(?:(?:maj|sus|add|[#b♯♭])\\d{1,2}){0,3}(?:\\/[A-H][#b♯♭]?)?)';
const CHORD = new RegExp(`\\[${NAME}\\]`, 'g');
/** Chords in a line of their own, above the words that they belong to. */
const ABOVE = new RegExp(
  `^\\s*(?:(?:Intro|Outro|Interlude|Solo|Instrumental|Verse|Chorus|Bridge)\\s?:\\s*)?(?:\\|:?\\s*)?${NAME}(?:(?:\\s|[|/-])+${NAME}){0,30}(?:\\s*:?\\|)?(?:\\s*[(]?x\\d[)]?)?\\s*$`,
);
/** What such a line begins with. */
const ABOVE_BEGINS =
  /^\s*(?:\|:?\s*)?(?:[A-H](?:[\s#b♯♭mMdasj°ø+\d/|-]|$)|N\.?C|(?:Intro|Outro|Inter|Solo|Instr|Verse|Chorus|Bridge)\w*\s?:)/;
/** A chord that is more than a letter, or stands at some distance from another. */
const DISTINCT = /[A-H](?:[#b]|m|maj|sus|dim|7)|\S {3,}\S/;
/** Words of a line that is sung. */
const WORDS = /\p{Ll}{2}/u;
const LEAST_ABOVE = 4;
const LEAST_DISTINCT = 2;
const LONGEST_ABOVE = 160;
/** No chord begins with a small letter, as most lines do. */
const SMALL = 97;
const isAbove = (text: string) =>
  text.length <= LONGEST_ABOVE && text.charCodeAt(0) < SMALL && ABOVE_BEGINS.test(text) && ABOVE.test(text);
/** One that is more than a letter: [A]nd so somebody quotes a sentence. */
const BEFORE_WORD = /\[[A-H](?:[#b]|m|maj|sus|dim|7)[^\s[\]]{0,8}\]\p{L}/gu;
const LEAST_BEFORE_WORDS = 4;
/** Any, in a text with directives: where a letter alone stands between blanks, it is an answer, or a note. */
const AT_WORD = /\[[A-H][^\s[\]]{0,8}\]\p{L}/gu;
const LEAST_AT_WORDS = 2;

function bareLine(line: string, evidence: Evidence): string | undefined {
  const text = line.trim();
  if (isAbove(line)) {
    evidence.count('above');
    if (DISTINCT.test(text)) evidence.count('distinct');
    return undefined;
  }
  const shown = SHOWN.exec(text);
  if (shown || DIRECTIVE.test(text)) {
    evidence.count('directive');
    const label = LABELLED.exec(text);
    return (shown?.[1] ?? label?.[1] ?? label?.[2])?.trim() || undefined;
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
  /** lines of words below chords, and whether the last line is chords */
  let below = 0;
  let chordsBefore = false;
  const isSongbook = (evidence: Evidence) => {
    const above = evidence.of('above');
    return (
      below >= LEAST_ABOVE &&
      2 * below >= above &&
      above >= LEAST_SHARE * lines &&
      evidence.of('distinct') >= LEAST_DISTINCT
    );
  };
  return {
    marks: MARKS.ink,
    touches({ text, marks }, seen) {
      lines++;
      const wasAbove = chordsBefore;
      chordsBefore = isAbove(text);
      if (chordsBefore) return true;
      if (wasAbove && WORDS.test(text)) below++;
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
    isNothing: (evidence) => evidence.of('chord') < 2 && !isSongbook(evidence),
    isSure: (evidence) =>
      isSongbook(evidence) ||
      (evidence.of('chord') >= 4 &&
        ((evidence.of('directive') > 0 && evidence.of('at a word') >= LEAST_AT_WORDS) ||
          (evidence.of('before a word') >= LEAST_BEFORE_WORDS && evidence.of('song') >= LEAST_SHARE * lines))),
  };
};

/** Leaves out chords of songs, above their words or among them as in ChordPro, and its directives; the words stay, and titles. */
export const chordpro: Step = {
  name: 'chordpro',
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, format()),
};
