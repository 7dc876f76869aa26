/** Whether the next word begins a sentence. */
export interface SentenceState {
  readonly begins: boolean;
}

const SENTENCE_END = /[.!?…。！？]["'”’»」』）)\]]*\s*$/u;
const FIRST_SPOKEN = /[\p{L}\p{N}]/u;

/**
 * A stretch of text with a capital where a sentence begins, and what holds behind it. Only the first letter or digit
 * decides, so that quotation marks may stand before it and "3.14" is left alone.
 */
export function capitalise(text: string, { begins }: SentenceState): { text: string; after: SentenceState } {
  const at = begins ? text.search(FIRST_SPOKEN) : -1;
  const spoken = at >= 0 || FIRST_SPOKEN.test(text);
  const ended = SENTENCE_END.test(text);
  const letter = at < 0 ? '' : String.fromCodePoint(text.codePointAt(at) ?? 0);
  return {
    text: at < 0 ? text : text.slice(0, at) + letter.toUpperCase() + text.slice(at + letter.length),
    after: { begins: ended || (begins && !spoken) },
  };
}

/** A whole text with capitals after its full stops, and what holds behind it. */
export function capitaliseText(text: string, state: SentenceState): { text: string; after: SentenceState } {
  let after = state;
  const pieces = text.split(/(?<=\s)/u).map((piece) => {
    const done = capitalise(piece, after);
    after = done.after;
    return done.text;
  });
  return { text: pieces.join(''), after };
}
