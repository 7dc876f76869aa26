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

/** What may close a sentence, with what opens it. */
const OPENING: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '»': '«',
  '」': '「',
  '』': '『',
  '）': '（',
  ')': '(',
  ']': '[',
  // German
  '“': '„',
  '‘': '‚',
  '«': '»',
};
/** What closes wherever it stands right behind a mark, also where a story does not show what it opened; a mark goes on: “What?!”. */
const ATTACHED = /^['”’»」』）)\]!?！？…]$/u;
/** Signs that may close one sentence: a model may repeat one for ever. */
const MOST_CLOSING = 4;

const mayClose = (sign: string) => sign in OPENING || ATTACHED.test(sign) || /["\s]/.test(sign);

/**
 * Whether a symbol behind a sentence's end still belongs to it, as the quotation mark of “Done!” does. What stands apart
 * (« Bravo ! »), or opens in another language („So!“), closes only where its paragraph has one open.
 * @param told tells what was told before the symbol
 */
export function closesSentence(symbol: string, told: () => string): boolean {
  const signs = [...symbol.trim()];
  if (signs.length === 0 || !signs.every(mayClose)) return false;
  const text = told();
  const last = text.slice(-MOST_CLOSING);
  if ([...last].every(mayClose)) return false;
  const paragraph = text.slice(text.lastIndexOf('\n') + 1);
  const times = (sign: string) => paragraph.split(sign).length - 1;
  const apart = symbol.trimStart() !== symbol;
  return signs.every((sign) => {
    if (sign === '"') return !apart && times(sign) % 2 === 1;
    return (!apart && ATTACHED.test(sign)) || (sign in OPENING && times(OPENING[sign]) > times(sign));
  });
}
