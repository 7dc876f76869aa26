import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

const NAMES: readonly (readonly [kind: string, names: string])[] = [
  ['picture', 'Illustrations?|Illustrated|Decoration|Ornament|Music|Map|Diagram|Figure|Abbildung|Illustré'],
  ['note', 'Footnotes?|Endnotes?|Fußnote|Fussnote|Note en bas'],
  ['side', "Sidenotes?|Side[- ]note|Marginal note|Transcriber['’]s? notes?|Anmerkungen? zur Transkription|Note du transcripteur"], // prettier-ignore
];
const NAMED = NAMES.map(
  ([kind, names]) => [kind, new RegExp(`\\*?\\[(?:${names})\\b(?:[^[\\]]|\\[[^[\\]]{0,400}\\])*\\]`, 'gi')] as const,
);
/** Where a page of the printed book began. Fewer digits in braces may be anything. */
const PAGE = /[ \t]?(?:\[(?:Pg|Page|Pag|Seite|p\.|S\.|f\.)[ \t]?\d{1,4}[a-z]?\]|\{(?:p(?:age|g|\.)?[ \t]?)?\d{2,4}\}|\{(?:p(?:age|g|\.)?[ \t]?)\d\})(?:[ \t](?=[ \t]|$))?/gi; // prettier-ignore
/** What points to a note. */
const POINTER = /(?<=[\p{L}\p{P}])\[(?:\d{1,3}|[A-Z*†]{1,2})\]/gu;

function bare(text: string, evidence: Evidence): string | undefined {
  let left = text;
  for (const [kind, pattern] of NAMED) {
    if (!left.includes('[')) break;
    left = left.replace(pattern, () => {
      evidence.count(kind);
      return '';
    });
  }
  left = left.replace(PAGE, () => {
    evidence.count('page');
    return '';
  });
  if (evidence.expects('note'))
    left = left.replace(POINTER, () => {
      evidence.count('pointer');
      return '';
    });
  return left.trim() === '' && text.trim() !== '' ? undefined : left;
}

const FORMAT: Format = {
  marks: MARKS.code,
  touches: ({ text }) => /[[{]/.test(text),
  depth: (text) => (/[[\]]/.test(text) ? text.split('[').length - text.split(']').length : 0),
  bare,
  isNothing: (evidence) => evidence.places === 0,
  isSure: (evidence) => evidence.places >= 2,
};

/** Leaves out what an editor put into a book: pictures' captions, footnotes, sidenotes, where a page began. */
export const insertions: Step = {
  name: 'insertions',
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, FORMAT),
};
