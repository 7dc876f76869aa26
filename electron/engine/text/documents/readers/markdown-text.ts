import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Flow } from '../markup/flow.ts';
import { isVerse } from './markdown-verse.ts';

/** A node of Markdown's tree, as far as its text is concerned. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

const HTML_TAG = /<[^<>]*>/g;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

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
        .split(/\s*\|\s*/)
        .join('\t'),
    ) // prettier-ignore
    .join('\n');
}

/** The words of a paragraph; a line end in it is a space, but where it is asked for. */
function wordsOf(node: Node): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br\b/i.test(node.value ?? '') ? '\n' : '';
  if (node.type === 'image' || node.type === 'imageReference') return '';
  if (node.value !== undefined) return node.value.replace(/\[\^[^\]\s]{1,40}\](?!\()/g, '').replace(/~~/g, '');
  return (node.children ?? []).map(wordsOf).join('');
}

function write(node: Node, flow: Flow) {
  if (node.type === 'heading') {
    flow.leaveBlank();
    flow.keep(wordsOf(node).replace(/\s+/g, ' '));
    flow.leaveBlank();
  } else if (node.type === 'paragraph') {
    const words = wordsOf(node);
    const rows = tableRows(words);
    if (rows === words) flow.keep(joinLines(node).join('\n'));
    for (const row of rows === words ? [] : rows.split('\n')) {
      flow.keep(row);
      flow.endParagraph();
    }
    flow.endParagraph();
  } else if (node.type === 'code') {
    flow.leaveBlank();
    flow.keep(node.value ?? '');
    flow.leaveBlank();
  } else if (node.type === 'html') {
    if (!/^<(script|style|!--)/i.test(node.value ?? '')) flow.keep((node.value ?? '').replace(HTML_TAG, '').trim());
    flow.endParagraph();
  } else if (node.type === 'thematicBreak') flow.leaveBlank();
  else for (const child of node.children ?? []) write(child, flow);
}

/** Lines of a paragraph that its writer broke by two spaces, a backslash or `<br>`; other line ends are spaces, but in verse. */
function joinLines(node: Node): string[] {
  const written = wordsOf(node).split('\n');
  if (isVerse(written)) return written.map((line) => line.trim());
  const lines = [''];
  const visit = (each: Node) => {
    if (each.type === 'break' || (each.type === 'html' && /^<br\b/i.test(each.value ?? ''))) lines.push('');
    else if (each.children && each.type !== 'imageReference') each.children.forEach(visit);
    else lines[lines.length - 1] += wordsOf(each).replace(/[ \t]*\n[ \t]*/g, ' ');
  };
  visit(node);
  return lines;
}

/** Writes the text of some blocks of Markdown, marks left out. */
export function writeMarkdown(markdown: string, flow: Flow) {
  write(fromMarkdown(markdown) as Node, flow);
}
