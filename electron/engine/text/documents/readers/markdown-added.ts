/** Marks that programs have added to Markdown: Obsidian and its like, pandoc, kramdown. Lengths are bounded, so that a line is looked at once. */
const LINK = /(!?)\[\[([^[\]\n|]{1,200})(?:\|([^[\]\n]{0,200}))?\]\]/g;
const COMMENT = /(^|\s)%%[^%\n]{0,1000}%%/g;
const HIGHLIGHT = /(^|[^=])==(?=[^\s=])([^=\n]{1,500})==(?!=)/g;
const NOTE = /\^\[[^[\]\n]{0,1000}\]/g;
const BLOCK_NAME = /\s\^[A-Za-z0-9-]{1,40}$/;
const CALLOUT = /^([ \t]{0,8}(?:>[ \t]{0,8}){1,8})\[![\w-]{1,40}\][+-]?[ \t]?/;
const ATTRIBUTES = '\\{:?[ \\t]?(?:[#.][\\w-]|-\\}|[\\w-]{1,40}=)[^{}\\n]{0,200}';
const SPAN = new RegExp(`\\[([^[\\]\\n]{1,500})\\]${ATTRIBUTES}\\}`, 'g');
const BEHIND = new RegExp(`([)\\]\`])${ATTRIBUTES}\\}`, 'g');
const AT_END = new RegExp(`^${ATTRIBUTES}\\}?$`);
const DIVISION = /^[ \t]{0,3}:{3,}[ \t]*(?:\{[^{}\n]{0,200}\}|[\w-]{1,80})?[ \t]*:{0,80}[ \t]*$/;
/** Listings that say what a program is to draw or to look up. */
export const QUERIES = /^(?:dataview|dataviewjs|tasks|query|mermaid)$/;

/** A heading without what says how it is called and set, or a line that says so of what stands before it. */
function withoutAttributes(line: string): string {
  const end = line.trimEnd();
  const at = end.lastIndexOf('{');
  return at >= 0 && end.endsWith('}') && AT_END.test(end.slice(at)) ? end.slice(0, at).trimEnd() : line;
}

/** A line of Markdown without what is no mark of Markdown itself, nor words of the writer. */
export function withoutAdded(line: string): string {
  if (!/[[{%=^:]/.test(line)) return line;
  let plain = line;
  if (plain.includes('[['))
    plain = plain.replace(LINK, (_, embeds: string, to: string, called: string | undefined) =>
      embeds ? '' : (called ?? (to.split('#', 1)[0] || to.slice(1))),
    );
  if (plain.includes('%%')) plain = plain.replace(COMMENT, '$1');
  if (plain.includes('==')) plain = plain.replace(HIGHLIGHT, '$1$2');
  if (plain.includes('^')) plain = plain.replace(NOTE, '').replace(BLOCK_NAME, '');
  if (plain.includes('[!')) plain = plain.replace(CALLOUT, '$1');
  if (plain.includes('{')) {
    plain = plain.replace(SPAN, '$1').replace(BEHIND, '$1');
    if (/^(?:#|\{:)/.test(plain)) plain = withoutAttributes(plain);
  }
  return plain.includes(':::') && DIVISION.test(plain) ? '' : plain;
}
