import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

/** With signs behind it too, it is a wiki's. */
const HEADING = /^={1,6}[ \t]+(\S(?:.{0,300}[^=\s])?)[ \t]*$/;
const ATTRIBUTE = /^:!?[a-z][\w-]{0,60}!?:(?:[ \t].*)?$/;
/** What the next block is; other lines in brackets are the writer's. */
const BLOCK = /^\[(?:\[[\w:.-]{1,80}(?:,[^\]]{0,200})?\]|[.#%][\w.#%-]{1,80}|(?:quote|verse|source|listing|abstract|appendix|preface|dedication|colophon|glossary|bibliography|index|discrete|float|horizontal|qanda|stem|example|sidebar|literal|partintro|lowerroman|upperroman|loweralpha|upperalpha|arabic|NOTE|TIP|WARNING|IMPORTANT|CAUTION)(?:[,%#.][^\]]{0,300})?|(?:[a-z]{2,20}="?[^\]]{0,300}))\][ \t]*$/; // prettier-ignore
const EDGE = /^(?:-{4,}|={4,}|\*{4,}|_{4,}|\.{4,}|\+{4,}|--|[|,!]===|'{3,})[ \t]*$/;
const COMMENT = /^\/\/(?!\/)/;
const COMMENTS = /^\/{4,}[ \t]*$/;
/** Pictures, other files, conditions: nothing that is read. */
const ALONE = /^(?:image|video|audio|include|toc|ifdef|ifndef|ifeval|endif)::\S{0,300}\[[^\]]{0,500}\][ \t]*$/;
const UNREAD = /(?:footnote|footnoteref|indexterm|anchor|image|icon|pass|counter):[^\s[\]]{0,300}\[[^\]]{0,2000}\]/g;
const LINK = /(?:(?:link|xref|mailto):[^\s[\]]{1,500}|(?<![\w/])https?:\/\/[^\s[\]]{1,500})\[([^\]\n]{0,300})\]/g;
const REFERENCE = /<<[^<>,\n]{1,100}(?:,[ \t]*([^<>\n]{1,200}))?>>/g;
const KEY = /(?:kbd|btn|menu|indexterm2|stem|latexmath|asciimath):[^\s[\]]{0,80}\[([^\]\n]{0,300})\]/g;
const STRESS =
  /(?<![\p{L}\p{N}*_`#+:;}])(\*\*?|__?|``?|##?|\+\+?)(?=[^\s*_`#+])([^\n]{0,300}?\S)\1(?![\p{L}\p{N}*_`#+])/gu;
/** What Haddock writes, whose headings are the same: examples, code between signs, pictures where a reference would stand. */
const OF_OTHERS =
  /^[ \t]*(?:>>>[ \t]|@[ \t]*$|@since\b|\[@|-- [|^*$]|\{-+[ \t]?[|^])|<<\S{1,300}\.(?:png|jpe?g|gif|svg|webp)\b/;
const LIST = /^[ \t]*(?:\*{1,5}|\.{1,5}|-)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)(?![*\s]+$)/;
const MOST_ROUNDS = 3;

function quoted(text: string): string {
  return text
    .replace(/"`([^`"\n]{1,400})`"/g, '“$1”')
    .replace(/'`([^`'\n]{1,400})`'/g, '‘$1’')
    .replace(/``([^`'\n]{1,400})''/g, '“$1”')
    .replace(/``(?=[\p{L}\p{N}])/gu, '“')
    .replace(/(?<=[\p{L}\p{N}\p{P}])''(?!')/gu, '”');
}

function inline(text: string, evidence: Evidence): string {
  let left = text;
  if (left.includes('[')) {
    evidence.count(
      'macro',
      left.match(/(?:footnote|footnoteref|xref|link|image|indexterm):[^\s[\]]{0,300}\[/g)?.length ?? 0,
    );
    left = left.replace(UNREAD, '').replace(LINK, '$1').replace(KEY, '$1');
    left = left
      .replace(/\[\[[\w:.-]{1,80}(?:,[^\]]{0,200})?\]\]/g, '')
      .replace(/\[[.#%][\w.#% -]{1,60}\](?=[*_`#])/g, '');
  }
  if (left.includes('<<')) {
    evidence.count('reference', left.match(REFERENCE)?.length ?? 0);
    left = left.replace(REFERENCE, (_, shown?: string) => shown ?? '');
  }
  if (left.includes('(('))
    left = left.replace(/\(\(\([^()\n]{1,200}\)\)\)/g, '').replace(/\(\(([^()\n]{1,200})\)\)/g, '$1');
  if (left.includes('{')) left = left.replace(/\{(?:nbsp|sp)\}/g, ' ').replace(/\{(?:empty|zwsp|wj|shy)\}/g, '');
  left = quoted(left);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = left.replace(STRESS, '$2');
    if (next === left) break;
    left = next;
  }
  return left.replace(/(?<=[\p{L}\p{N}])--(?=[\p{L}\p{N}])/gu, '—').replace(/ -- /g, ' — ');
}

function bareLine(line: string, evidence: Evidence): string | undefined {
  if (OF_OTHERS.test(line)) evidence.count('others');
  const heading = HEADING.exec(line);
  if (heading) {
    evidence.count('heading');
    return inline(heading[1], evidence);
  }
  const kind = ATTRIBUTE.test(line) ? 'attribute' : BLOCK.test(line) ? 'block' : ALONE.test(line) ? 'alone' : undefined;
  if (kind) {
    evidence.count(kind);
    return undefined;
  }
  if (COMMENT.test(line) || EDGE.test(line) || line.trim() === '+') {
    if (/^[|_*]/.test(line)) evidence.count('edge');
    return undefined;
  }
  if (line.startsWith('|')) return inline(line.slice(1).split('|').map((cell) => cell.trim()).join('\t'), evidence); // prettier-ignore
  const left = line
    .replace(/^\.(?=[\p{L}\p{N}"“])/u, '')
    .replace(LIST, '')
    .replace(/(?<=\S)[ \t]\+$/, '')
    .replace(/^(\S[^\n:]{0,80}):{2,4}(?:[ \t]+|$)/, '$1: ');
  return inline(left, evidence).trimEnd();
}

function bare(text: string, evidence: Evidence): string | undefined {
  // what a note says may go on in the next line
  const whole = text.includes('\n') ? text.replace(UNREAD, () => (evidence.count('macro'), '')) : text;
  const kept = whole.split('\n').map((line) => bareLine(line, evidence)).filter((line) => line !== undefined); // prettier-ignore
  return kept.length > 0 ? kept.join('\n') : undefined;
}

/** How headings, attributes, blocks and comments begin. */
const MAY_BEGIN = new Set([...'=:[/'].map((sign) => sign.charCodeAt(0)));

const own = (evidence: Evidence) => evidence.places - evidence.of('others');
const kindsOf = (evidence: Evidence) => evidence.kinds - (evidence.of('others') > 0 ? 1 : 0);

const FORMAT: Format = {
  marks: MARKS.ink,
  touches: ({ text, marks }, seen) =>
    seen || MAY_BEGIN.has(text.charCodeAt(0)) || ((marks & MARKS.bracket) !== 0 && /:\S{0,300}\[/.test(text)),
  apart: (line) =>
    COMMENTS.test(line)
      ? { kind: 'comment', closes: true, place: (next) => (next.trimEnd() === line.trimEnd() ? 'last' : 'inside') }
      : undefined,
  depth: (text) =>
    /footnote(?:ref)?:\S{0,80}\[/.test(text.slice(text.lastIndexOf(']') + 1)) ? 1 : /^[^[\]]*\]/.test(text) ? -1 : 0,
  bare,
  isNothing: (evidence) => kindsOf(evidence) < 2 || own(evidence) < 3 || 2 * evidence.of('others') >= own(evidence),
  isSure: (evidence) => own(evidence) >= 4 && (evidence.of('heading') > 1 || kindsOf(evidence) >= 3),
};

/** Leaves out the marks of AsciiDoc: of headings, blocks, stress and links, with attributes, notes, comments and pictures. */
export const asciidoc: Step = {
  name: 'asciidoc',
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, FORMAT),
};
