import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { Shield } from './shield.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

const HEADING = /^[ \t]*(={2,6})[ \t]*([^=\s](?:[^\n]{0,300}?[^=\s])?)[ \t]*\1[ \t]*$/;
const RULE = /^-{4,}[ \t]*$/;
const MACRO = /~~[A-Z][\w: -]{1,60}~~/g;
/** Two blanks before the sign; only so it is one. */
const LIST = /^(?: {2,}|\t+)[*-][ \t]+(?=\S)/;
/** Passed on as it is written; a block of it stands deeper than its paragraph. */
const CODE = /^(?: {2,}|\t+)(?=\S)/;
const ROW = /^[|^].*[|^][ \t]*$/;
const PICTURE = /\{\{[^{}\n]{1,500}\}\}/g;
const LINK = /\[\[([^[\]|\n]{1,500})(?:\|([^[\]\n]{0,500}))?\]\]/g;
/** None stands in another. */
const NOTE = /[ \t]?\(\((?!\()(?:(?!\(\()[^\n]){1,3000}?\)\)/g;
/** The same, over the ends of lines. */
const LONG_NOTE = /[ \t]?\(\((?!\()(?:(?!\(\()[^]){1,3000}?\)\)/g;
const PROTECTED = { tags: 'code|file|nowiki', inline: '%%([^\\n]{0,500}?)%%' };
const OPENS = new RegExp(`<(?:${PROTECTED.tags})\\b`);
const BREAK = /[ \t]?\\\\(?:[ \t]+|$)/g;
const ITALIC = /(?<![:\p{L}\p{N}/])\/\/(?=[^\s/])([^\n]{0,300}?[^\s:/])\/\/(?![\p{L}\p{N}/])/gu;
const STRESS = /(?<![\p{L}\p{N}*_'])(\*\*|__|'')(?=[^\s*_'])([^\n]{0,300}?[^\s*_'])\1(?![\p{L}\p{N}*_'])/gu;
const TAG = /<\/?(?:sub|sup|del|code|file|nowiki|wrap|WRAP|color|note|html|php)\b[^<>\n]{0,200}>/g;
/** What another wiki writes: three quotes, notes in tags, tables in braces, figures of a box. */
const OF_OTHERS = /'{3}|<ref\b|^\{\||\[\[(?:category|file|image):|^\|[ \t]*[\w ]{1,40}=/gim;

/** What a link without words of its own shows: the last part of its place. */
function shown(place: string): string {
  if (/^(?:https?|ftp):\/\/|^www\.|@/.test(place)) return place;
  const name = place.replace(/[#?][^]*/, '').replace(/(?<![:/\\])[:/\\]+$/, '');
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('>')) + 1).replaceAll('_', ' ');
}

function inline(text: string, evidence: Evidence): string {
  const count = (kind: string, pattern: RegExp) => evidence.count(kind, text.match(pattern)?.length ?? 0);
  count('macro', MACRO);
  count('note', NOTE);
  count('link', LINK);
  count('italic', ITALIC);
  count('bold', STRESS);
  count('break', BREAK);
  let left = text.replace(MACRO, '').replace(PICTURE, '').replace(NOTE, '');
  left = left.replace(LINK, (_, place: string, words?: string) => (words?.trim() ? words.trim() : shown(place.trim())));
  left = left.replace(ITALIC, '$1');
  // one kind of stress may stand in another
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replace(STRESS, '$2');
  }
  return left.replace(TAG, '').replace(BREAK, '\n');
}

function bareLine(line: string, evidence: Evidence): string | undefined {
  evidence.count('others', line.match(OF_OTHERS)?.length ?? 0);
  const heading = HEADING.exec(line);
  if (heading) {
    evidence.count('heading');
    return inline(heading[2], evidence);
  }
  if (RULE.test(line)) return undefined;
  if (CODE.test(line) && !LIST.test(line)) return line;
  if (ROW.test(line)) {
    if (line.startsWith('^')) evidence.count('head');
    const cells = inline(line, evidence).trim().slice(1, -1).split(/[|^]/);
    return cells.map((cell) => cell.trim()).join('\t');
  }
  return inline(line.replace(LIST, ''), evidence);
}

function bare(text: string, evidence: Evidence): string | undefined {
  const whole = text.includes('\n') ? text.replace(LONG_NOTE, () => (evidence.count('note'), '')) : text;
  const kept = whole.split('\n').map((line) => bareLine(line, evidence)).filter((line) => line !== undefined); // prettier-ignore
  const left = kept.join('\n').trimEnd();
  return left === '' ? undefined : left;
}

/** What no program is full of. */
const PROSE = ['macro', 'italic', 'head', 'link'];
/** What this wiki has and the others have not. */
const own = (evidence: Evidence) =>
  ['macro', 'note', 'italic', 'bold', 'break', 'head'].reduce((sum, kind) => sum + evidence.of(kind), 0);

const count = (text: string, sign: string) => text.split(sign).length - 1;

const format = (shield: Shield): Format => ({
  marks: MARKS.ink,
  touches: ({ text, marks }, seen) =>
    shield.isOpen ||
    (marks & MARKS.code) !== 0 ||
    ((marks & MARKS.tag) !== 0 && OPENS.test(text)) ||
    ((marks & MARKS.markup) !== 0 && text.startsWith('~~')) ||
    (seen &&
      ((marks & (MARKS.slashes | MARKS.hyphens | MARKS.markup | MARKS.row)) !== 0 || /^[ \t]|^\^|\(\(/.test(text))),
  depth(text) {
    if (!text.includes('((') && !text.includes('))')) return 0;
    const outside = shield.outside(text);
    return count(outside, '((') - count(outside, '))');
  },
  bare: (text, evidence) => shield.around(text, (covered) => bare(covered, evidence)),
  isNothing: (evidence) =>
    (evidence.of('heading') === 0 && evidence.of('macro') === 0) || own(evidence) <= evidence.of('others'),
  isSure: (evidence) =>
    evidence.of('heading') > 0 &&
    evidence.places >= 4 &&
    own(evidence) >= 2 &&
    own(evidence) > 2 * evidence.of('others') &&
    PROSE.some((kind) => evidence.of(kind) > 0),
});

/** Leaves out the marks of DokuWiki and Creole: of headings, stress, links, lists and tables, with notes and pictures. */
export const dokuwiki: Step = {
  name: 'dokuwiki',
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, format(new Shield(PROTECTED))),
};
