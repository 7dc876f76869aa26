/** UTF-16 units that are encoded in one turn: tens of millions at once keep everybody else waiting. */
const PIECE = 1_000_000;

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;

/** A text in pieces of at most `most` UTF-16 units (2 or more), no character torn. */
export function* textPieces(text: string, most = PIECE): Generator<string> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + most);
    if (end < text.length && isHigh(text.charCodeAt(end - 1))) end--;
    yield text.slice(at, end);
    at = end;
  }
}
