import { fromMarkdown } from 'mdast-util-from-markdown';
import { withoutEntities } from '../../html-entities.ts';
import type { Flow } from '../markup/flow.ts';
import { countAdded, isQuery, withoutAdded, withoutAttributes, withoutCallout, withoutName } from './markdown-added.ts';
import { isContents } from './markdown-contents.ts';
import { isVerse } from './markdown-verse.ts';

/** A node of Markdown's tree, as far as its text is concerned. */
interface Node {
  type: string;
  value?: string;
  /** of a listing */
  lang?: string | null;
  children?: Node[];
}

const HTML_TAG = /<[^<>]*>/g;
/** Words of a piece of a page, which a parser of Markdown leaves as they are written. */
const wordsOfPage = (words: string) => withoutEntities(words.trim());
/** Words without the numbers of notes. */
const withoutReferences = (words: string) => words.replace(/\[\^[^\]\s]{1,40}\](?!\()/g, '');
const TABLE_RULE = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$/;

/** Cells of a table, which CommonMark takes for a paragraph, parted by tabs. */
function tableRows(text: string): string {
  if (!text.includes('|')) return text;
  const lines = text.split('\n');
  if (!lines.some((line) => TABLE_RULE.test(line) && line.includes('-'))) return text;
  return lines
    .filter((line) => !TABLE_RULE.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .trim()
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    ) // prettier-ignore
    .join('\n');
}

/** The words of a paragraph; a line end in it is a space, but where it is asked for. */
function wordsOf(node: Node): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br\b/i.test(node.value ?? '') ? '\n' : '';
  if (node.type === 'image' || node.type === 'imageReference') return '';
  if (node.type === 'text') return withoutAdded(withoutReferences(node.value ?? '')).replace(/~~/g, '');
  if (node.value !== undefined) return node.value;
  return (node.children ?? []).map(wordsOf).join('');
}

function write(node: Node, flow: Flow) {
  if (node.type === 'heading') {
    flow.leaveBlank();
    flow.keep(withoutAttributes(wordsOf(node).replace(/\s+/g, ' ')));
    flow.leaveBlank();
  } else if (node.type === 'paragraph') {
    const words = wordsOf(node);
    const rows = tableRows(words);
    if (rows === words) flow.keep(withoutName(joinLines(node).join('\n')));
    for (const row of rows === words ? [] : rows.split('\n')) {
      flow.keep(row);
      flow.endParagraph();
    }
    flow.endParagraph();
  } else if (node.type === 'code' && isQuery(node.lang)) {
    flow.leaveBlank();
  } else if (node.type === 'code') {
    flow.leaveBlank();
    flow.keep(node.value ?? '');
    flow.leaveBlank();
  } else if (node.type === 'html') {
    if (!/^<(script|style|!--)/i.test(node.value ?? ''))
      flow.keep(wordsOfPage((node.value ?? '').replace(HTML_TAG, '')));
    flow.endParagraph();
  } else if (node.type === 'thematicBreak') flow.leaveBlank();
  else if (node.type === 'blockquote') for (const child of withoutBox(node)) write(child, flow);
  else for (const child of node.children ?? []) write(child, flow);
}

/** What stands in a quotation, the title of a box that is made of it on a line of its own. */
function withoutBox({ children = [] }: Node): Node[] {
  const [first, ...rest] = children;
  const [beginning, ...others] = first?.type === 'paragraph' ? (first.children ?? []) : [];
  const words = beginning?.type === 'text' ? (beginning.value ?? '') : '';
  const bare = withoutCallout(words);
  if (bare === words) return children;
  const inside: Node[] = [{ type: 'text', value: bare.replace(/^\n/, '') }, ...others];
  const at = bare.startsWith('\n')
    ? -1
    : inside.findIndex(({ type, value }) => type === 'text' && value?.includes('\n'));
  if (at < 0) return [{ type: 'paragraph', children: inside }, ...rest];
  const [title, ...lines] = inside[at].value!.split('\n');
  const parts = [
    [...inside.slice(0, at), { type: 'text', value: title }],
    [{ type: 'text', value: lines.join('\n') }, ...inside.slice(at + 1)],
  ];
  return [...parts.map((part) => ({ type: 'paragraph', children: part })), ...rest];
}

/** Lines of a paragraph that its writer broke by two spaces, a backslash or `<br>`; other line ends are spaces, but in verse. */
function joinLines(node: Node): string[] {
  const written = wordsOf(node).split('\n');
  if (isVerse(written)) return written.map((line) => line.trim());
  const lines = [''];
  const visit = (each: Node) => {
    if (each.type === 'break' || (each.type === 'html' && /^<br\b/i.test(each.value ?? ''))) lines.push('');
    else if (each.children && each.type !== 'imageReference') each.children.forEach(visit);
    else lines[lines.length - 1] += wordsOf(each).replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ');
  };
  visit(node);
  return lines;
}

/** Counts what is left out in a tree: comments, notes in the line, queries. */
function countOmitted(node: Node, flow: Flow) {
  const { type, value = '', children = [] } = node;
  if (type === 'text') countAdded(value, flow.omissions);
  else if (type === 'html' && value.startsWith('<!--')) flow.omissions.add('comments');
  else if (type === 'code' && isQuery(node.lang)) flow.omissions.add('queries');
  for (const child of children) countOmitted(child, flow);
}

/** Writes the text of some blocks of Markdown, marks left out. */
export function writeMarkdown(markdown: string, flow: Flow) {
  const { children = [] } = fromMarkdown(markdown) as Node;
  const tree: Node = { type: 'root', children: children.filter((block) => !isContents(block)) };
  flow.omissions.add('furniture', children.length - (tree.children?.length ?? 0));
  countOmitted(tree, flow);
  write(tree, flow);
}
