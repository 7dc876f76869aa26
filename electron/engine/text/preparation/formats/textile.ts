import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { Shield } from './shield.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';
import { withoutStress } from './stress.ts';

/** How a block is to look: classes, languages, styles, where it stands. */
const LOOKS = '(?:\\([\\w# -]{1,60}\\)|\\{[^{}\\n]{1,200}\\}|\\[[a-z-]{2,10}\\]|[<>=()]{1,2}){0,4}';
const HEADING = new RegExp(`^h[1-6]${LOOKS}\\.\\.?[ \\t]+(?=\\S)`);
const BLOCK = new RegExp(`^(?:bq|bc|pre|notextile|fn\\d{1,3})${LOOKS}\\.\\.?(?::\\S{1,300})?(?:[ \\t]+|$)`);
/** All that stands in it is passed on, as far as a blank line; with two dots, as far as the next block. */
const RAW_BLOCK = new RegExp(`^(?:bc|pre|notextile)${LOOKS}\\.(\\.?)(?::\\S{1,300})?(?:[ \\t]+|$)`);
/** “p. 12” begins many a line of ordinary books. */
const PARAGRAPH = new RegExp(`^p${LOOKS}\\.\\.?[ \\t]+(?=\\S)(?!\\d)`);
const ROW = /^[ \t]*(?:[\w(){}:;#<>=~^-]{0,40}\.[ \t]+)?\|.*\|[ \t]*$/;
const CELL = /^(?:[_<>=^~\\/\d]|\{[^{}]{0,100}\}|\([\w# -]{0,40}\)){1,6}\.[ \t]+/;
const LIST = /^(?:\*{1,4}|#{1,4})[ \t]+(?=\S)/;
const LINK =
  /"([^"\n]{1,300}?)(?:\([^()\n]{1,200}\))?":((?:https?:\/\/|mailto:|ftp:\/\/|\/|\.\.?\/|#)[^\s"<>]{0,500}[\w/=#&-])/g;
const PICTURE = /!(?:[<>=]|\([\w -]{1,40}\)|\{[^{}\n]{1,100}\}){0,3}[^\s!()]{1,300}\.(?:png|jpe?g|gif|svg|webp)(?:\([^()\n]{0,200}\))?!(?::\S{1,300})?/gi; // prettier-ignore
const REFERENCE = /(?<=[\p{L}\p{N}\p{P}])\[\d{1,3}\]/gu;
const SPAN = /(?<![\p{L}\p{N}%])%(?:\{[^{}\n]{1,200}\}|\([\w# -]{1,60}\)|\[[a-z-]{2,10}\])(?=\S)([^%\n]{1,300})%(?![\p{L}\p{N}%])/gu; // prettier-ignore
const ACRONYM = /(?<=\b\p{Lu}{3,10})\([^()\n]{3,100}\)/gu;
const PROTECTED = {
  tags: 'pre|code|notextile',
  inline:
    '(?<![\\p{L}\\p{N}@])@(?=\\S)([^@\\n]{1,200}?\\S|\\S)@(?![\\p{L}\\p{N}@])|(?<!=)==(?=[^\\s=])([^=\\n]{1,300})==(?!=)',
};
const NO_TAG = /<\/?notextile>/g;
/** Marks in brackets, where they stand in a word; a rule. */
const IN_WORD = /\[([~^*_+@-])([^[\]\n]{1,200}?)\1\]/g;
const RULE = /^<hr ?\/?>[ \t]*$/;
const A = 65;

function inline(text: string, evidence: Evidence): string {
  const count = (kind: string, pattern: RegExp) => evidence.count(kind, text.match(pattern)?.length ?? 0);
  count('link', LINK);
  count('picture', PICTURE);
  count('span', SPAN);
  const left = text.replace(PICTURE, '').replace(LINK, '$1').replace(REFERENCE, '').replace(SPAN, '$1');
  return withoutStress(left.replace(IN_WORD, '$2').replace(NO_TAG, '').replace(ACRONYM, ''));
}

function bareLine(line: string, evidence: Evidence): string | undefined {
  if (ROW.test(line)) {
    const cells = line.trim().replace(/^[^|]{0,40}\|/, '').slice(0, -1).split('|'); // prettier-ignore
    evidence.count('cell', cells.filter((cell) => CELL.test(cell)).length);
    const written = cells.map((cell) => inline(cell.replace(CELL, ''), evidence).trim());
    return written.join('\t').trimEnd() || undefined;
  }
  for (const [kind, begins] of [
    ['heading', HEADING],
    ['block', BLOCK],
    ['paragraph', PARAGRAPH],
  ] as const) {
    // prettier-ignore
    const mark = begins.exec(line)?.[0];
    if (mark === undefined) continue;
    evidence.count(kind);
    // a note is told from what is read by its number
    return /^fn/.test(mark) ? undefined : inline(line.slice(mark.length), evidence).trimEnd() || undefined;
  }
  if (RULE.test(line)) return undefined;
  const left = inline(line.replace(LIST, ''), evidence).trimEnd();
  return left === '' && line.trim() !== '' ? undefined : left;
}

const BEGINS = [HEADING, BLOCK, PARAGRAPH];

/** Where lines stand to the blocks that are passed on. */
class Blocks {
  #kind: 'short' | 'long' | undefined;
  #wasBlank = false;

  get kind(): 'short' | 'long' | undefined {
    return this.#kind;
  }
  /** Of a short one the end may not be seen: nobody is shown blank lines of which none is waited for. */
  leaveShort(): void {
    if (this.#kind === 'short') this.#kind = undefined;
  }
  /** @returns what begins such a block, where the line does */
  take(line: string): string | undefined {
    const isBlank = line.trim() === '';
    const ends = this.#kind === 'long' ? BEGINS.some((sign) => sign.test(line)) : this.#wasBlank && !isBlank;
    if (ends) this.#kind = undefined;
    this.#wasBlank = isBlank;
    const begins = this.#kind ? undefined : RAW_BLOCK.exec(line);
    if (begins) this.#kind = begins[1] === '' ? 'short' : 'long';
    return begins?.[0];
  }
}

function format(shield: Shield): Format {
  const awaited = new Blocks();
  const blocks = new Blocks();
  function bare(line: string, evidence: Evidence): string | undefined {
    const mark = shield.isOpen ? undefined : blocks.take(line);
    if (mark !== undefined) evidence.count('block');
    if (blocks.kind) return mark === undefined ? line : line.slice(mark.length) || undefined;
    return shield.around(line, (covered) => bareLine(covered, evidence));
  }
  return {
    marks: MARKS.ink,
    // most lines begin otherwise, which a look at two units tells
    touches({ text }, seen) {
      awaited.leaveShort();
      blocks.leaveShort();
      return seen || (text.startsWith('h') && text.charCodeAt(1) < A && HEADING.test(text));
    },
    depth(line) {
      const was = awaited.kind === 'short';
      awaited.take(line);
      return Number(awaited.kind === 'short') - Number(was);
    },
    bare(text, evidence) {
      const left = text.split('\n').map((line) => bare(line, evidence));
      const kept = left.filter((line) => line !== undefined);
      return kept.length === 0 ? undefined : kept.join('\n');
    },
    isNothing: (evidence) => evidence.of('heading') + evidence.of('link') + evidence.of('block') < 2,
    isSure: (evidence) =>
      evidence.of('heading') > 0 && evidence.places >= 3 && (evidence.of('heading') > 2 || evidence.kinds >= 2),
  };
}

/** Leaves out the marks of Textile: of headings, blocks, stress, links and tables, with notes and pictures. */
export const textile: Step = {
  name: 'textile',
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, format(new Shield(PROTECTED))),
};
