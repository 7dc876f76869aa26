/** A text of bare symbols as a book would set it: no space before punctuation, a capital after a full stop. */
export function asSet(text: string): string {
  return text.replace(/ ([,.;:?!])/g, '$1').replace(/(^|[.?!]\s+)(\p{Ll})/gu, (begun) => begun.toUpperCase());
}
