/**
 * How well a text answers what is being typed, higher is better, 0 not at all: the beginning of the text before the
 * beginning of a word, before anywhere inside, before the letters in order with others between.
 */
export function rank(text: string, typed: string): number {
  const [where, what] = [text, typed].map((part) => part.normalize('NFKC').toLowerCase().trim());
  if (!what || where.startsWith(what)) return 4;
  const at = where.indexOf(what);
  if (at > 0) return /[\s,.:;·\-–—/()“”"']/.test(where[at - 1]) ? 3 : 2;
  let next = 0;
  for (const letter of where) if (letter === what[next]) next++;
  return next === what.length && what.length > 1 ? 1 : 0;
}
