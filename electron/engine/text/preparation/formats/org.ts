import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

const HEADING = /^\*{1,12}[ \t]+/;
const STATE = /^(?:TODO|DONE|NEXT|WAITING|CANCELLED|CANCELED|HOLD)[ \t]+/;
const PRIORITY = /^\[#[A-Z]\][ \t]*/;
const TAGS = /(?<![ \t])[ \t]+:[\p{L}\p{N}_@#%:]+:$/u;
const SHOWN_KEYWORD = /^[ \t]*#\+(?:title|subtitle|caption):([^]*)/i;
const KEYWORD = /^[ \t]*#\+[\w-]+(?::|\b).*$/i;
const DRAWER = /^[ \t]*:(?:PROPERTIES|LOGBOOK|END|ID|CUSTOM_ID|[A-Z][A-Z0-9_-]{1,40}):.*$/;
const PLANNING = /^[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):[ \t]*[<[].*$/;
const COMMENT = /^[ \t]*#(?:[ \t].*)?$/;
const TIME = /[<[]\d{4}-\d{2}-\d{2}(?: [^\]>\n]{0,40})?[>\]](?:--[<[][^\]>\n]{0,40}[>\]])?[ \t]?/g;
const STRESS = /(?<![\p{L}\p{N}/*_=~+:.])([*/_=~+])(?=[^\s*/_=~+])([^\n]{0,200}?[^\s])\1(?![\p{L}\p{N}/*_=~+])/gu;

/** Rules between parts and in tables, rows of those, the sign that ends a line of verse, the words of a note. */
const RULE = /^[ \t]*(?:-{5,}|\|-[-+]*\|?)[ \t]*$/;
const ROW = /^[ \t]*\|.*\|[ \t]*$/;
const BREAK = /(?<![ \t])[ \t]*\\\\[ \t]*$/;
const MAY_END = /^(?:\*+[ \t]|\[fn:)/;
const NOTE = /^\[fn:[\w-]{1,80}\]/;

const cellsOf = (line: string) =>
  line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
    .join('\t')
    .trimEnd();

/** How headings, drawers and keywords begin. */
const MAY_BEGIN = new Set([...'*:#[|'].map((sign) => sign.charCodeAt(0)));

/** The words of a heading, or none where a line is no heading. */
function headingOf(line: string): string | undefined {
  const begin = HEADING.exec(line)?.[0].length;
  const words = begin === undefined ? '' : line.slice(begin).trim();
  return /[^*\s]/.test(words) ? words.replace(STATE, '').replace(PRIORITY, '').replace(TAGS, '') : undefined;
}

function bareLine(line: string, evidence: Evidence): string | undefined {
  if (RULE.test(line)) return undefined;
  if (ROW.test(line)) return cellsOf(line);
  const shown = SHOWN_KEYWORD.exec(line);
  if (shown || KEYWORD.test(line)) {
    evidence.count('keyword');
    return shown?.[1].trimStart() || undefined;
  }
  if (DRAWER.test(line)) {
    if (/^[ \t]*:(?:PROPERTIES|LOGBOOK|END):/.test(line)) evidence.count('drawer');
    return undefined;
  }
  if (PLANNING.test(line)) {
    evidence.count('planning');
    return undefined;
  }
  if (COMMENT.test(line)) return undefined;
  const heading = headingOf(line);
  if (heading !== undefined) evidence.count('heading');
  let left = heading ?? line;
  if (left.includes('[[')) {
    evidence.count('link', left.match(/\[\[[^[\]\n]{1,500}\]\[/g)?.length ?? 0);
    left = left
      .replace(/\[\[[^[\]\n]{1,500}\]\[([^[\]\n]{1,300})\]\]/g, '$1')
      .replace(/\[\[(?:file:)?([^[\]\n]{1,500})\]\]/g, (_, target: string) =>
        /\.(?:png|jpe?g|gif|svg)$/i.test(target) ? '' : target,
      );
  }
  if (left.includes('[fn:')) left = left.replace(/\[fn:[^\]\n]{0,100}\]/g, '');
  left = left.replace(TIME, '').replace(/^([ \t]*[-+][ \t]+)\[[ X-]\][ \t]+/, '$1');
  return left.replace(STRESS, '$2').replace(BREAK, '');
}

function bare(text: string, evidence: Evidence): string | undefined {
  const lines = text.split('\n').map((line) => bareLine(line, evidence));
  const kept = lines.filter((line) => line !== undefined);
  return kept.length > 0 ? kept.join('\n') : undefined;
}

const FORMAT: Format = {
  marks: MARKS.ink,
  touches: ({ text, marks }, seen) => seen || (marks & MARKS.code) !== 0 || MAY_BEGIN.has(text.charCodeAt(0)),
  apart: (line) =>
    NOTE.test(line)
      ? {
          kind: 'note',
          closes: false,
          place: (next) => (next.trim() === '' || MAY_END.test(next) ? 'behind' : 'inside'),
        }
      : undefined,
  depth: () => 0,
  bare,
  isNothing: (evidence) =>
    evidence.of('keyword') + evidence.of('drawer') + evidence.of('link') + evidence.of('planning') === 0,
  isSure: (evidence) => evidence.kinds >= 2 && evidence.places >= 3,
};

/** Leaves out the marks of Org: of headings, stress and links, with keywords, drawers and times; what a block holds stays. */
export const org: Step = { name: 'org', leads: 'where sure', open: (opening) => new FormatStage(opening, FORMAT) };
