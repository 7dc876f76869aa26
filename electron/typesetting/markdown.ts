import { paragraphsOfPiece, type Book } from '../contract/booklet.ts';

/** Signs that Markdown takes for its own, and beginnings of lines that it takes for lists and headings. */
const SIGNS = /[\\`*_[\]<>~|]/g;
const LINE_BEGIN = /^([^\S\n\r\u2028\u2029]*)(#|[-+=]|\d+(?=[.)]))/gm;

const inLine = (text: string): string => text.replace(/\s+/g, ' ').replace(SIGNS, '\\$&');

const inParagraphs = (text: string): string =>
  text
    .replace(SIGNS, '\\$&')
    .replace(LINE_BEGIN, (_, blank: string, sign: string) =>
      /\d/.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`,
    );

/**
 * A book as Markdown: its title page, then each piece under its heading or, without one, below a line, its note set small.
 */
export function markdownOfBook({ title, author, line, pieces }: Book): string {
  const front = [`# ${inLine(title)}`, ...[author, line].filter(Boolean).map(inLine)];
  const text = pieces.flatMap((piece) => [
    piece.heading ? `## ${inLine(piece.heading)}` : '---',
    ...paragraphsOfPiece(piece.text).map((paragraph) => inParagraphs(paragraph.text)),
    ...(piece.note ? [`<small>${inLine(piece.note)}</small>`] : []),
  ]);
  return `${[...front, ...text].join('\n\n')}\n`;
}

/**
 * A story as Markdown: its title, its paragraphs, and below a line how it was told.
 * @param facts how it was told, a line each
 */
export function markdownOf(title: string, text: string, facts: readonly string[]): string {
  const paragraphs = inParagraphs(text.trim()).replace(/(?<!\s)\s*\n\s*/g, '\n\n');
  const list = facts.map((fact) => `- ${inLine(fact)}`);
  return `# ${inLine(title)}\n\n${paragraphs}\n\n---\n\n${list.join('\n')}\n`;
}
