import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

/** Above and below a heading, or between two parts; the rules of tables are some of them in a line. */
const RULE = /^[ \t]*(?:([=\-~^"'`#*+:._])\1{2,}|=+(?:[ \t]+=+)+|\+(?:[-=]{1,400}\+){1,200})[ \t]*$/;
/** Pictures, lists of contents, code and formulae: nothing of them is read. */
const UNREAD =
  /^[ \t]*\.\. (?:(?:code|code-block|sourcecode|highlight|image|figure|toctree|contents|sectnum|math|raw|include|literalinclude|index|only|meta|csv-table|list-table|role|default-role|class|currentmodule|automodule|autoclass|autofunction|target-notes|header|footer|title|tabularcolumns|graphviz|plot|doctest|testcode|testoutput)::|_[^:\n]{0,200}:|__(?: |$)|\[[^\]\n]{1,80}\](?: |$)|\|[^|\n]{1,80}\| )/;
/** Words that stand for others, by a name between bars. */
const REPLACED = /^[ \t]*\.\. \|([^|\n]{1,80})\| replace::[ \t]{1,20}(\S[^\n]{0,1000})$/;
const NAMED = /(?<![\p{L}\p{N}|])\|(?=\S)([^|\n]{0,60}[^|\s])\|(?:__?)?(?![\p{L}\p{N}|])/gu;
const MOST_NAMED = 1_000;
const COMMENT = /^[ \t]*\.\.(?:[ \t]+(?!\S{1,60}::)\S.*)?$/;
const DIRECTIVE = /^[ \t]*\.\. [\w:+.-]{1,60}::([^]*)/;
const FIELD = /^[ \t]*:[\p{L}\p{N}][\p{L}\p{N} _*-]{0,60}:(?:[ \t].*)?$/u;
const ROLE = /:[a-z][\w:+.-]{0,40}:`!?~?([^`<\n]{1,300}?)(?:[ \t]*<[^<>`\n]{1,300}>)?`/gi;
const LINK = /`([^`<\n]{1,300}?)[ \t]*<[^<>`\n]{1,500}>`__?/g;
const REFERENCE = /`([^`\n]{1,300})`__?(?![\p{L}\p{N}])/gu;
const NOTE = /[ \t]?\[(?:#[\w-]{0,40}|\*|\d{1,4}|[A-Z][\w.-]{1,40})\]_(?![\p{L}\p{N}_])/gu;
const LITERAL = /``(?=\S)([^\n]{1,300}?\S|\S)``/g;
const STRESS = /(?<![\p{L}\p{N}*\\])(\*\*?)(?=[^\s*])([^*\n]{0,300}?[^\s*\\])\1(?![\p{L}\p{N}*])/gu;

/** So many rules are no accident. */
const RULES = 3;

const indentOf = (line: string) => /^[ \t]*/.exec(line)?.[0].length ?? 0;

type Replaced = Map<string, string>;

function inline(text: string, evidence: Evidence, replaced: Replaced): string {
  // what a name stands for has marks of its own; a picture, or what nobody knows yet, is nothing to read
  let left = text.includes('|') ? text.replace(NAMED, (_, name: string) => replaced.get(name) ?? '') : text;
  if (left.includes('`')) {
    evidence.count('role', left.match(ROLE)?.length ?? 0);
    evidence.count('link', left.match(LINK)?.length ?? 0);
    evidence.count('literal', left.match(LITERAL)?.length ?? 0);
    left = left.replace(LITERAL, '$1').replace(ROLE, '$1').replace(LINK, '$1').replace(REFERENCE, '$1');
    // a link that was broken at the line's end
    left = left.replace(/(?<![\p{L}\p{N}`])`(?=[\p{L}\p{N}])([^`<>\n]{1,200})$/u, '$1');
    left = left.replace(/^([^`<\n]{0,200}?)[ \t]*<[^<>`\n]{1,500}>`__?/, '$1');
    left = left.replace(/(?<![\p{L}\p{N}`])`([^`\n]{1,300})`(?!`)/gu, '$1');
  }
  if (left.includes(']_')) {
    evidence.count('note', left.match(NOTE)?.length ?? 0);
    left = left.replace(NOTE, '');
  }
  return left
    .replace(STRESS, '$2')
    .replace(/(?<=[\p{L}\p{N}])__?(?=[\s.,;:!?)]|$)/gu, '')
    .replace(/\\[ \t]/g, '')
    .replace(/\\([*`_|\\])/g, '$1');
}

function bareLine(line: string, evidence: Evidence, replaced: Replaced): string | undefined {
  if (RULE.test(line)) {
    // three quotes begin what a program says of itself
    if (line.trim().length > 3) evidence.count('rule');
    return undefined;
  }
  const directive = DIRECTIVE.exec(line);
  if (directive) {
    evidence.count('directive');
    const words = directive[1].trimStart();
    return words === '' ? undefined : inline(words, evidence, replaced);
  }
  if (FIELD.test(line)) return undefined;
  if (/^[ \t]*\|.*\|[ \t]*$/.test(line)) {
    const cells = line.trim().slice(1, -1).split('|');
    return inline(cells.map((cell) => cell.trim()).join('\t'), evidence, replaced).trimEnd();
  }
  if (line.trim() === '::') return undefined;
  const left = line.replace(/^([ \t]*)(?:\||#\.)[ \t]+/, '$1').replace(/:{2}[ \t]*$/, ':');
  return inline(left, evidence, replaced).trimEnd();
}

const format = (): Format => {
  const replaced: Replaced = new Map();
  return {
    marks: MARKS.ink,
    // a heading's rule comes behind it, and a text's first one mostly before all else
    touches: ({ text, marks }, seen) =>
      seen || text.startsWith('.. ') || text === '..' || (marks & MARKS.markup) !== 0 || RULE.test(text),
    apart(line) {
      const kind = UNREAD.test(line) ? 'directive' : COMMENT.test(line) ? 'comment' : undefined;
      if (!kind) return undefined;
      const [, name, words] = REPLACED.exec(line) ?? [];
      if (name !== undefined && replaced.size < MOST_NAMED) replaced.set(name, words);
      const indent = indentOf(line);
      const place = (next: string) => (next.trim() === '' || indentOf(next) > indent ? 'inside' : 'behind');
      return { kind, closes: false, place };
    },
    depth: () => 0,
    bare: (text, evidence) => bareLine(text, evidence, replaced),
    isNothing: (evidence) =>
      evidence.places - evidence.of('rule') - evidence.of('comment') - evidence.of('literal') < 1,
    isSure: (evidence) =>
      evidence.places >= 3 &&
      evidence.kinds >= 2 &&
      // headings with rules are more than one of these
      ['directive', 'role', 'link', 'note'].reduce((sum, kind) => sum + evidence.of(kind), 0) >=
        (evidence.of('rule') >= RULES ? 1 : 2),
  };
};

/** Leaves out the marks of reStructuredText: of headings, stress and links, with directives, fields, notes and comments. */
export const restructured: Step = {
  name: 'rst',
  leads: 'where sure',
  open: (opening) => new FormatStage(opening, format()),
};
