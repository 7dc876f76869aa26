/** Blanks and line ends that a text ends with are held back up to here, UTF-16 units, to be left out if it is over. */
const LONGEST_END = 1 << 16;
/** What stands between two sources: the first one's line end, and an empty line. */
export const GAP = '\n\n';

/** Where a source stands in the text that it is part of, in UTF-16 units; the gap behind it is not counted. */
export interface Joined {
  readonly start: number;
  readonly characters: number;
}

/**
 * Writes texts one behind the other with one paragraph gap between: blanks and line ends at the end of one, and line ends
 * at the beginning of the next, give way to it. The last one ends as it came.
 */
export async function joinTexts(
  texts: readonly AsyncIterable<string>[],
  write: (piece: string) => void | Promise<void>,
): Promise<Joined[]> {
  const joined: Joined[] = [];
  let at = 0;
  for (const [index, text] of texts.entries()) {
    const start = at;
    const put = async (piece: string) => {
      at += piece.length;
      if (piece) await write(piece);
    };
    let held = '';
    for await (const piece of text) {
      const all = held + (at === start && !held ? piece.replace(/^\n+/, '') : piece);
      const end = all.trimEnd().length;
      held = all.length - end > LONGEST_END ? '' : all.slice(end);
      await put(all.slice(0, all.length - held.length));
    }
    const last = index === texts.length - 1;
    if (last) await put(held);
    joined.push({ start, characters: at - start });
    if (!last) await put(GAP);
  }
  return joined;
}
