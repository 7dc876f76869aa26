const ENDS = /[.!?。！？…]["'”’»」』）)\]]*\s*$/u;

/** What a full stop stands behind without ending a sentence, titles before names above all. */
const ABBREVIATED = `
  Mr Mrs Ms Messrs Dr Prof Rev Hon St Mt Capt Col Gen Lt Sgt Maj Gov Sen vs viz cf i.e e.g Vol Fig pp
  MM Mme Mlle Hr Fr Frl Nr z.B d.h u.a bzw Sr Sra Srta Dña Sig г гг им`;
const words = ABBREVIATED.trim()
  .split(/\s+/)
  .map((word) => word.replaceAll('.', '\\s?\\.\\s?'));
/** Or an initial, which “I” is not. */
const ABBREVIATION = new RegExp(`(?:^|[\\s"'“”‘’«(\\[—–-])(?:${words.join('|')}|(?!I)\\p{Lu})\\s?\\.\\s*$`, 'u');

/** Letters that an abbreviation and what stands before it take at most. */
export const LONGEST_TAIL = 24;

/**
 * Whether a text ends with a sentence: with a mark that ends one, but no abbreviation and no initial (“Mr.”, “J.”).
 * @param tail the last letters of it, as many as LONGEST_TAIL are enough
 */
export const endsSentence = (tail: string): boolean => ENDS.test(tail) && !ABBREVIATION.test(tail);

const CLOSING = /^["'”’»」』）)\]]+$/u;

/**
 * Whether a symbol behind a sentence's end still belongs to it, as the quotation mark of “Done!” does. A straight one
 * closes only where its paragraph has one open.
 * @param told before the symbol
 */
export function closesSentence(symbol: string, told: string): boolean {
  if (!CLOSING.test(symbol.trim())) return false;
  if (!symbol.includes('"')) return true;
  const paragraph = told.slice(told.lastIndexOf('\n') + 1);
  return !/^\s/.test(symbol) && paragraph.split('"').length % 2 === 0;
}
