import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

/** How a word is said; in Chinese, the same brackets hold a title, but never kana alone. */
const READING = /《[\u3041-\u30ff\u30fb\u30fc]{1,40}》/g;
/** What the typesetter is told, after a sign for a letter that no table has. */
const NOTE = /※?［＃[^］\n]{0,400}］/g;

function bare(text: string, evidence: Evidence): string | undefined {
  const without = (from: string, pattern: RegExp, kind: string) =>
    from.replace(pattern, () => {
      evidence.count(kind);
      return '';
    });
  const said = without(text, READING, 'reading');
  const left = without(said === text ? text : said.replace(/[｜|](?=\S)/g, ''), NOTE, 'note');
  return left.trim() === '' && text.trim() !== '' ? undefined : left;
}

const FORMAT: Format = {
  marks: MARKS.wide,
  touches: ({ text }) => text.includes('《') || text.includes('［＃'),
  depth: () => 0,
  bare,
  isNothing: (evidence) => evidence.places === 0,
  isSure: (evidence) => evidence.places >= 2,
};

/** Leaves out how words are said, and a typesetter's notes, as Aozora Bunko writes them: 漢字《かんじ》 → 漢字. */
export const ruby: Step = {
  name: 'ruby',
  marks: MARKS.wide,
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, FORMAT),
};
