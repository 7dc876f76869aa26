import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

const LONG =
  'quote|url|email|color|colour|size|font|center|left|right|justify|align|list|ol|ul|li|code|spoiler|hide|indent|table|tr|td|th|sup|sub|highlight|h[1-6]|user|mention|post|php|html|icode|inlinecode|acronym|abbr|background|bg|float|anchor|noparse|plain|strike|del|ins|em|strong|bold|italic';
/** Without a shown word: pictures, films and what is attached. */
const PICTURED = /\[(img|image|video|youtube|media|attach|attachment|flash|gallery|thumb|smiley|emoji)\b[^\]\n]{0,300}\][^[\]]{0,500}\[\/\1\]/gi; // prettier-ignore
const TAG = new RegExp(`\\[/?(?:${LONG})(?:=(?:"[^"\\n]{0,300}"|[^\\]\\n]{0,300})|[ \\t][^\\]\\n]{0,300})?\\]`, 'gi');
/** One letter in brackets is often no mark: an index, or somebody's addition. */
const SHORT = /(?<![\p{L}\p{N}\])])\[[bius]\]|(?<=[\p{L}\p{N}])\[b\](?=\S)|\[\/[bius]\]/giu;
const CLOSING = new RegExp(`\\[/(?:[bius]|${LONG}|img)\\]`, 'gi');

function bare(text: string, evidence: Evidence): string | undefined {
  for (const [closing] of text.matchAll(CLOSING)) evidence.count(closing.toLowerCase());
  const left = text
    .replace(PICTURED, '')
    .replace(TAG, '')
    .replace(SHORT, '')
    .replace(/^[ \t]*\[\*\][ \t]*/gm, '')
    .replace(/(?<![ \t])[ \t]*\[\*\][ \t]*/g, '\n')
    .replace(/\[hr\]/gi, '');
  return left.trim() === '' && text.trim() !== '' ? undefined : left;
}

const FORMAT: Format = {
  marks: MARKS.code,
  touches: ({ text }) => text.includes('[') && text.includes(']'),
  depth: () => 0,
  bare,
  isNothing: (evidence) => evidence.places === 0,
  isSure: (evidence) => evidence.places >= 3,
};

/** Leaves out the marks of BBCode, in which forums write; what somebody quotes stays. */
export const bbcode: Step = {
  name: 'bbcode',
  marks: MARKS.code,
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, FORMAT),
};
