/** Signs that Markdown takes for its own, and beginnings of lines that it takes for lists and headings. */
const SIGNS = /[\\`*_[\]<>~|]/g;
const LINE_BEGIN = /^(\s*)(#|[-+=]|\d+(?=[.)]))/gm;

const inLine = (text: string): string => text.replace(/\s+/g, ' ').replace(SIGNS, '\\$&');

const inParagraphs = (text: string): string =>
  text
    .replace(SIGNS, '\\$&')
    .replace(LINE_BEGIN, (_, blank: string, sign: string) =>
      /\d/.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`,
    );

/**
 * A story as Markdown: its title, its paragraphs, and below a line how it was told.
 * @param facts how it was told, a line each
 */
export function markdownOf(title: string, text: string, facts: readonly string[]): string {
  const paragraphs = inParagraphs(text.trim()).replace(/\s*\n\s*/g, '\n\n');
  const list = facts.map((fact) => `- ${inLine(fact)}`);
  return `# ${inLine(title)}\n\n${paragraphs}\n\n---\n\n${list.join('\n')}\n`;
}
