import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';
import { withoutStress } from './stress.ts';

const HEADING = /^[ \t]*h[1-6]\.[ \t]+(?=\S)/;
const QUOTE = /^[ \t]*bq\.[ \t]+(?=\S)/;
const RULE = /^-{4,}[ \t]*$/;
const LIST = /^[ \t]*[*#]{1,6}[ \t]+(?=\S)/;
const ROW = /^[ \t]*\|.*\|[ \t]*$/;
/** What is said of a stretch of text: its colour, that it is quoted. */
const BRACES =
  /\{(?:color|quote|panel|anchor|expand|info|note|tip|warning|section|column|toc|noformat|code)(?::[^{}\n]{0,300})?\}/g;
const CLOSING = /\{(?:color|quote|panel|expand|info|note|tip|warning)\}/g;
/** Pieces of code in a line of which the marks are told. */
const MOST_IN_LINE = 100;
/** What stands between two of these is passed on as it is written. */
const RAW = /\{(code|noformat)(?::[^{}\n]{0,300})?\}/;
const MOST_RAW = 400;
const MONOSPACED = /\{\{(?=\S)([^{}\n]{1,300}?)\}\}/g;
const PICTURE = /!(?=[^\s!|])[^!|\n]{1,200}\.(?:png|jpe?g|gif|svg|webp|pdf|mp4)(?:\|[^!\n]{0,200})?!/gi;
const LINK =
  /\[(?=[^\s[\]|])([^[\]|\n]{1,300})\|(?:(?:https?|mailto|ftp):|[#^~/]|[A-Z][A-Z0-9_]+-\d)[^[\]\n]{0,500}\]/g;
const ADDRESS = /\[((?:https?:\/\/|mailto:)[^[\]|\s]{1,500})\]/g;
const PERSON = /\[~(?:accountid:)?([^[\]|\n]{1,80})\]/g;
const ATTACHED = /\[\^[^[\]|\n]{1,200}\]/g;
const BREAK = /[ \t]?(?<!\\)\\\\(?:[ \t]+|$)/g;

function inline(text: string, evidence: Evidence): string {
  const count = (kind: string, pattern: RegExp) => evidence.count(kind, text.match(pattern)?.length ?? 0);
  if (text.includes('{')) {
    // Textile has those that open alone
    count('braces', CLOSING);
    count('monospaced', MONOSPACED);
  }
  if (text.includes('[')) {
    count('link', LINK);
    count('person', PERSON);
    count('attached', ATTACHED);
  }
  const left = text
    .replace(BRACES, '')
    .replace(MONOSPACED, '$1')
    .replace(PICTURE, '')
    .replace(LINK, '$1')
    .replace(ADDRESS, '$1')
    .replace(PERSON, '$1')
    .replace(ATTACHED, '')
    .replace(BREAK, '\n');
  return withoutStress(left).replace(/\\([{}[\]*_!|+^~-])/g, '$1');
}

function bareLine(line: string, evidence: Evidence): string | undefined {
  if (line.trim() === '') return line;
  if (RULE.test(line)) return undefined;
  if (ROW.test(line)) {
    if (line.trimStart().startsWith('||')) evidence.count('head');
    const cells = inline(line.trim().replace(/^\|{1,2}|\|{1,2}$/g, ''), evidence).split(/\|{1,2}/);
    return cells.map((cell) => cell.trim()).join('\t').trimEnd() || undefined; // prettier-ignore
  }
  if (HEADING.test(line)) evidence.count('heading');
  const left = inline(line.replace(HEADING, '').replace(QUOTE, '').replace(LIST, ''), evidence).trimEnd();
  return left === '' ? undefined : left;
}

/** What this tracker has and Textile has not. */
const own = (evidence: Evidence) =>
  ['braces', 'monospaced', 'link', 'person', 'attached', 'head'].reduce((sum, kind) => sum + evidence.of(kind), 0);

function format(): Format {
  let raw: string | undefined;
  let lines = 0;
  function bare(line: string, evidence: Evidence, most = MOST_IN_LINE): string | undefined {
    const closes = raw === undefined ? -1 : line.indexOf(raw);
    if (raw !== undefined && closes < 0) {
      if (++lines > MOST_RAW) raw = undefined;
      return line;
    }
    const kept = closes > 0 ? line.slice(0, closes) : '';
    const rest = raw === undefined ? line : line.slice(closes + raw.length);
    raw = undefined;
    lines = 0;
    const opens = most > 0 ? RAW.exec(rest) : null;
    if (!opens) {
      const left = kept === '' && rest.trim() === '' && line !== rest ? undefined : bareLine(rest, evidence);
      return kept === '' ? left : kept + (left ?? '');
    }
    evidence.count('braces');
    raw = `{${opens[1]}}`;
    const before = rest.slice(0, opens.index);
    const after = rest.slice(opens.index + opens[0].length);
    const blanks = before.slice(before.trimEnd().length);
    const shown = kept + (before.trim() === '' ? '' : (bareLine(before, evidence) ?? '') + blanks);
    if (after === '') return shown || undefined;
    const inner = bare(after, evidence, most - 1);
    return (shown + (inner ?? '')).trimEnd() || undefined;
  }
  return {
    marks: MARKS.ink,
    touches: ({ text, marks }, seen) =>
      raw !== undefined ||
      ((marks & MARKS.code) !== 0 && (text.includes('{') || text.includes('['))) ||
      ((marks & MARKS.row) !== 0 && text.includes('||')) ||
      (seen || text.startsWith('h')) && (seen || HEADING.test(text)), // prettier-ignore
    depth: () => 0,
    bare,
    isNothing: (evidence) => own(evidence) < 2 || own(evidence) + evidence.of('heading') < 3,
    isSure: (evidence) =>
      own(evidence) >= 3 && (evidence.of('heading') > 0 || evidence.of('braces') > 1) && evidence.kinds >= 2,
  };
}

/** Leaves out the marks of Jira and its like: of headings, quotes, colours, stress, links and tables, with pictures. */
export const jira: Step = {
  name: 'jira',
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, format()),
};
