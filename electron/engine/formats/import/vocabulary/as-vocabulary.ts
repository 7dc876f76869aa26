import type { TokenizerName } from '../../../../contract/corpus.ts';
import { AesopError } from '../../../../contract/errors.ts';
import { lowerCased } from '../../../../contract/lower-case.ts';
import { message } from '../../../../contract/message.ts';
import { createTokenizer } from '../../../text/tokenizers/tokenizers.ts';
import { UNKNOWN, Vocabulary } from '../../../text/vocabulary/vocabulary.ts';
import type { FoundSymbols } from './found-symbols.ts';

/** `<pad>`, `[UNK]`, `<OOV>`, nothing at all: what a program writes for itself, not for a reader. */
const MARK = /^(?:|<[^<>\s]+>|\[[^[\]\s]+\])$/u;

/** `words` as it cuts today; the one before it, whose symbols have their space with them. */
const [IMPLIED, WITH_SPACE] = [undefined, 1];

/**
 * The tokenizer that cuts a text into these symbols: characters where every one is a character; `words` where it cuts
 * every one out whole; what stands between two spaces where none holds a space; else the one that fits best.
 */
export function tokenizerFor(symbols: readonly string[]): { tokenizer: TokenizerName; cut?: number } {
  const said = symbols.filter((symbol) => !MARK.test(symbol));
  if (
    said.every((symbol) => symbol.length > 0 && symbol.length === String.fromCodePoint(symbol.codePointAt(0)!).length)
  )
    return { tokenizer: 'characters' };
  const words = createTokenizer('words');
  const isWhole = (symbol: string) => {
    const cut = words.encode(symbol);
    return cut.length === 1 && cut[0].trimStart() === symbol.trimStart();
  };
  if (said.every(isWhole)) return { tokenizer: 'words', cut: IMPLIED };
  if (!said.some((symbol) => /\s/u.test(symbol))) return { tokenizer: 'whitespace' };
  const spaced = said.some((symbol) => /^ [\p{L}\p{N}]/u.test(symbol)) && !symbols.includes(UNKNOWN);
  return { tokenizer: 'words', cut: spaced ? WITH_SPACE : IMPLIED };
}

/** Whether no symbol has a capital, though some could. */
const isLower = (symbols: readonly string[]) =>
  symbols.every((symbol) => MARK.test(symbol) || symbol === lowerCased(symbol)) &&
  symbols.some((symbol) => !MARK.test(symbol) && symbol !== symbol.toUpperCase());

/**
 * A vocabulary of symbols that another program numbered. Counts that it does not tell are 0.
 * @param file for errors
 * @throws AesopError `vocabulary-unfit`
 */
export function asVocabulary({ own, symbols, counts }: FoundSymbols, file: string): Vocabulary {
  if (own) return own;
  const seen = new Set<string>();
  for (const symbol of symbols) {
    if (seen.has(symbol))
      throw new AesopError('vocabulary-unfit', { file, problem: message('phrases.symbol-twice', { symbol }) });
    seen.add(symbol);
  }
  if (seen.size === 0) throw new AesopError('vocabulary-unfit', { file, problem: message('phrases.no-symbols') });
  const marked = symbols.at(-1) === UNKNOWN;
  const settings = { ...tokenizerFor(symbols), lowercase: isLower(symbols) };
  return new Vocabulary(settings, symbols, counts ?? new Uint32Array(symbols.length), marked);
}
