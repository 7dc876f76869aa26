/** UTF-16 units of a title that are looked at. */
export const MOST_OF_TITLE = 1000;

/** Controls, signs that turn the direction of what stands behind them, signs that nobody sees, halves of characters. */
const UNSEEN = /[^\P{Cc}\s]|[\p{Bidi_C}\p{Cs}\u00ad\u200b\u2060\ufeff\ufffe\uffff]/gu;

/** A title that a document says it has, as it may stand in a list: on one line, nothing in it but what is seen. */
export const plainTitle = (said: string): string =>
  said.slice(0, MOST_OF_TITLE).replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
