import type { PromptSymbol, Reading } from '../../../contract/story.ts';
import { openingOf } from '../../../contract/story-opening.ts';
import { SPOKEN } from './alike.ts';
import { nearestWords, sameWord } from './nearest.ts';
import { normalizeText } from '../encodings/normalize.ts';
import type { Tokenizer } from '../tokenizers/tokenizer.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** A symbol of a prompt with the id the model knows it by; undefined where it does not. */
export interface ResolvedSymbol extends PromptSymbol {
  id: number | undefined;
}

export interface ResolvedPrompt {
  symbols: ResolvedSymbol[];
  /** ids of the known symbols, in order */
  ids: number[];
  /** the symbols the model does not know, each with the nearest words it knows, best first */
  unknown: ResolvedSymbol[];
  /** the last symbol as it was cut, which what is told stands behind; undefined where there is none */
  last: string | undefined;
}

const WITHOUT_SPACES = /^ ?[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** Id of a symbol as written or, where symbols have forms with a space before them, the other form's. */
export function idOf(symbol: string, { name }: Tokenizer, vocabulary: Vocabulary): number | undefined {
  const id = vocabulary.id(symbol);
  if (id !== undefined || name !== 'words') return id;
  return vocabulary.id(symbol.startsWith(' ') ? symbol.slice(1) : ` ${symbol}`);
}

/**
 * The ids of symbols as a story holds them, each written behind the one before: in `words`, with the space between them.
 * Where forms of a sign are written alike, what stands behind tells which it is.
 * @param before the symbol that they stand behind
 * @returns undefined for those that the model does not know
 */
export function idsBehind(
  before: string | undefined,
  written: readonly string[],
  tokenizer: Tokenizer,
  vocabulary: Vocabulary,
): (number | undefined)[] {
  let last = before;
  const known = (text: string, behind: string | undefined) =>
    tokenizer.formsOf(text, behind).filter((form) => vocabulary.id(form) !== undefined);
  const fits = (form: string, next: string) =>
    known(next, form).some((other) => tokenizer.written(other, form) === next);
  return written.map((text, at) => {
    const forms = known(text, last);
    const alike = forms.filter((form) => tokenizer.written(form, last) === text);
    const next = written[at + 1];
    last = (alike.length > 1 && next !== undefined && alike.find((form) => fits(form, next))) || forms[0];
    return last === undefined ? undefined : vocabulary.id(last);
  });
}

/**
 * An unknown word of a script without spaces, cut into the longest known words that stand in it, from its beginning on, and
 * what is left between them; undefined where none does.
 */
function knownParts(symbol: string, tokenizer: Tokenizer, vocabulary: Vocabulary): string[] | undefined {
  const parts: string[] = [];
  let left = '';
  let found = false;
  for (let rest = symbol; rest;) {
    let part = rest;
    while (part && idOf(part, tokenizer, vocabulary) === undefined) part = part.slice(0, -1);
    if (part) {
      parts.push(...(left ? [left] : []), part);
      left = '';
      found = true;
      rest = rest.slice(part.length);
    } else {
      const character = String.fromCodePoint(rest.codePointAt(0)!);
      left += character;
      rest = rest.slice(character.length);
    }
  }
  if (left) parts.push(left);
  return found ? parts : undefined;
}

/**
 * How an unknown symbol is read unless a person says otherwise: as the same in another dress, a mark as one of its kind. Of
 * what is left words are unknown ones; marks are passed over, since `<unk>` stands for words.
 */
function usualReading(symbol: string, nearest: readonly string[], vocabulary: Vocabulary): Reading {
  const spoken = SPOKEN.test(symbol);
  const as = sameWord(symbol, vocabulary) ?? (spoken ? undefined : nearest[0]);
  if (as !== undefined) return { how: 'word', as };
  return { how: spoken && vocabulary.unknownId !== undefined ? 'unknown' : 'nothing' };
}

/**
 * A prompt as a model sees it, its symbols as they are written behind one another. Blanks the model has no symbol for are
 * left out, and so are the one that the next word brings and a single one before the first. Words in another case than the
 * model knows are unknown, and read as what it knows.
 */
export function resolvePrompt(text: string, tokenizer: Tokenizer, vocabulary: Vocabulary): ResolvedPrompt {
  const symbols: ResolvedSymbol[] = [];
  const normal = normalizeText(text);
  const lowered = tokenizer.lower ? tokenizer.lower(normal) : normal;
  const prompt = tokenizer.name === 'whitespace' ? lowered : openingOf(lowered, tokenizer.name);
  const takeUnknown = (symbol: string, offset: number, written: string) => {
    const nearest = nearestWords(symbol, vocabulary);
    const reading = usualReading(symbol, nearest, vocabulary);
    symbols.push({ text: written, offset, known: false, nearest, reading, id: undefined });
  };
  const take = (symbol: string, offset: number, written = symbol) => {
    const id = idOf(symbol, tokenizer, vocabulary);
    if (id !== undefined) {
      symbols.push({ text: written, offset, known: true, nearest: [], id });
      return;
    }
    if (!symbol.trim()) return;
    const parts = WITHOUT_SPACES.test(symbol) ? knownParts(symbol, tokenizer, vocabulary) : undefined;
    for (const part of parts ?? [symbol]) {
      if (part === symbol) takeUnknown(symbol, offset, written);
      else take(part, offset);
      offset += part.length;
    }
  };
  let before: string | undefined;
  tokenizer.scan(prompt, true, (whole, start, end, at) => {
    const symbol = whole.slice(start, end);
    // one blank before all else is none of an indent
    if (tokenizer.name === 'words' && before === undefined && symbol === ' ' && prompt[1] !== ' ') return;
    const written = tokenizer.written(symbol, before);
    // a sign's spaced form stands in the text without its space, and what is written may have an implied one
    const behind = at === undefined ? end : at + end - start - 1;
    take(symbol, behind - written.length, written);
    before = symbol;
  });
  const ids = symbols.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return { symbols, ids, unknown: symbols.filter(({ known }) => !known), last: before };
}

/** The symbols of a prompt as a model sees them, to be shown. */
export const promptSymbols = (text: string, tokenizer: Tokenizer, vocabulary: Vocabulary): PromptSymbol[] =>
  resolvePrompt(text, tokenizer, vocabulary).symbols.map(({ id: _, ...symbol }) => symbol);
