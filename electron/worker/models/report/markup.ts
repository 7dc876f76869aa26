/** What may stand in a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Control characters that HTML does not know; a text from elsewhere may hold them. */
const UNKNOWN = /[^\P{Cc}\t\n\r]|\p{Surrogate}/gu;

type Part = Markup | string | number | undefined | readonly Part[];

function written(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return String(part)
    .replace(UNKNOWN, '\ufffd')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign]);
}

/** A piece of a page: whatever is filled in is text, also within an attribute's quotes, unless it is such a piece itself. */
export const markup = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(pieces.reduce((all, piece, at) => all + written(parts[at - 1]) + piece));
