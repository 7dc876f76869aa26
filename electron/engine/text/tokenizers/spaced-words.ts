import * as is from './character-classes.ts';
import { DictionaryWords } from './dictionary-words.ts';
import { blankEnd, isWord, MARGIN, signEnd, wordEnd } from './symbol-ends.ts';
import { type Lower, type Tokenizer, tokenizer } from './tokenizer.ts';

const { classAt } = is;

/**
 * The first cut of `words`, for models that learnt by it and as the stuff of subwords: words, numbers, punctuation marks
 * and line ends, each a symbol, the space before it included, so that symbols joined give the text back. Scripts without
 * spaces are cut by ICU's dictionaries.
 */
export function spacedWordsTokenizer(lower?: Lower): Tokenizer {
  const classes = is.unitClasses();
  const dictionary = new DictionaryWords(classes, true);

  function symbolEnd(text: string, start: number, final: boolean): number {
    let at = start;
    let kind = classAt(classes, text, at);
    if (kind === is.SPACE) {
      const end = blankEnd(text, at);
      const next = end < text.length ? classAt(classes, text, end) : is.BLANK;
      const stands = next === is.SPACE || next === is.BLANK || next === is.NEWLINE;
      if (stands || end - at > 1) return stands ? end : end - 1;
      at = end;
      kind = next;
    }
    if (kind === is.DICTIONARY) return dictionary.end(text, at, final);
    if (isWord(kind)) return wordEnd(classes, text, at);
    if (kind === is.BLANK) return blankEnd(text, at);
    return kind === is.NEWLINE ? at + 1 : signEnd(classes, text, at);
  }

  return tokenizer('words', lower, (text, final, sink) => {
    dictionary.reset();
    const limit = final ? text.length : text.length - MARGIN;
    let at = 0;
    while (at < limit || (!dictionary.last && at < text.length)) {
      const end = symbolEnd(text, at, final);
      sink(text, at, end);
      at = end;
    }
    return at;
  });
}
