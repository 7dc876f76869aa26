const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
/** Objects and lists in one another, and documents one behind the other, that are looked at. */
const DEPTH = 64;
const MOST = 20;
/** What counts outside a text, and texts whole; one that is cut off begins with a lone quotation mark. */
const TOKEN = /"(?:[^"\\]|\\.)*"|["{}[\],]/gs;

/**
 * The documents at the beginning of a text of JSON, a single one or one behind the other; the last is as much of it as is there.
 * @returns nothing where it is no JSON
 */
export function sampleJson(text: string): unknown[] {
  const documents: unknown[] = [];
  const open: string[] = [];
  let from = 0;
  /** up to where everything is whole but for what is open */
  let whole = 0;
  const add = () => {
    documents.push(JSON.parse(text.slice(from, whole) + open.toReversed().join('')));
    from = whole;
  };
  try {
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      if (token === '"' || documents.length === MOST) break;
      const closer = CLOSERS[token] as string | undefined;
      if (closer !== undefined && open.push(closer) > DEPTH) {
        open.pop();
        break;
      }
      if (token === ']' || token === '}') open.pop();
      if (token.length === 1) whole = token === ',' ? index : index + 1;
      if (open.length > 0) continue;
      if (token === ',') from = index + 1;
      else add();
    }
    if (open.length > 0 && documents.length < MOST) add();
  } catch {
    return [];
  }
  return documents;
}
