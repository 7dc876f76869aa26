import { AesopError } from '../../../contract/errors.ts';
import type { PromptSymbol } from '../../../contract/story.ts';
import { openingOf } from '../../../contract/story-opening.ts';
import { nearestWords } from './nearest.ts';
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
}

const WITHOUT_SPACES = /^ ?[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** Id of a symbol as written or, where symbols have forms with a space before them, the other form's. */
function idOf(symbol: string, { name }: Tokenizer, vocabulary: Vocabulary): number | undefined {
  const id = vocabulary.id(symbol);
  if (id !== undefined || name !== 'words') return id;
  return vocabulary.id(symbol.startsWith(' ') ? symbol.slice(1) : ` ${symbol}`);
}

/**
 * The ids of symbols as a story holds them, each written behind the one before: in `words`, with the space between them.
 * Where forms of a sign are written alike, what stands behind tells which it is.
 * @param before what they stand behind
 * @returns undefined for those that the model does not know
 */
export function idsBehind(
  before: number | undefined,
  written: readonly string[],
  tokenizer: Tokenizer,
  vocabulary: Vocabulary,
): (number | undefined)[] {
  let last = before === undefined ? undefined : vocabulary.symbol(before);
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

/** An unknown word of a script without spaces as the longest known words it can be cut into, if it can. */
function knownParts(symbol: string, tokenizer: Tokenizer, vocabulary: Vocabulary): string[] | undefined {
  const parts: string[] = [];
  for (let rest = symbol; rest;) {
    let part = rest;
    while (part && idOf(part, tokenizer, vocabulary) === undefined) part = part.slice(0, -1);
    if (!part) return undefined;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return parts;
}

/**
 * A prompt as a model sees it, its symbols as they are written behind one another. Blanks the model has no symbol for are
 * left out, and so are the one that the next word brings and a single one before the first. Words in another case than the
 * model knows are unknown: they are offered, not taken.
 */
export function resolvePrompt(text: string, tokenizer: Tokenizer, vocabulary: Vocabulary): ResolvedPrompt {
  const symbols: ResolvedSymbol[] = [];
  const normal = normalizeText(text);
  const lowered = tokenizer.lower ? tokenizer.lower(normal) : normal;
  const prompt = tokenizer.name === 'whitespace' ? lowered : openingOf(lowered, tokenizer.name);
  const take = (symbol: string, offset: number, written = symbol) => {
    const id = idOf(symbol, tokenizer, vocabulary);
    if (id !== undefined) {
      symbols.push({ text: written, offset, known: true, nearest: [], id });
      return;
    }
    if (!symbol.trim()) return;
    const parts = WITHOUT_SPACES.test(symbol) ? knownParts(symbol, tokenizer, vocabulary) : undefined;
    if (!parts) symbols.push({ text: written, offset, known: false, nearest: nearestWords(symbol, vocabulary), id });
    for (const part of parts ?? []) {
      take(part, offset);
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
  return { symbols, ids, unknown: symbols.filter(({ known }) => !known) };
}

/**
 * The ids of a prompt, to tell a story from.
 * @param unknown what becomes of words the model does not know: an error, or the nearest word it knows
 * @throws AesopError prompt-empty, unknown-word
 */
export function promptIds(
  text: string,
  tokenizer: Tokenizer,
  vocabulary: Vocabulary,
  unknown: 'refuse' | 'nearest' = 'refuse',
): number[] {
  const prompt = resolvePrompt(text, tokenizer, vocabulary);
  if (!prompt.symbols.length) throw new AesopError('prompt-empty');
  const ids = prompt.symbols.map(({ text: symbol, id, nearest }) => {
    if (id !== undefined || unknown === 'refuse' || !nearest.length) return id;
    return idOf(symbol.startsWith(' ') ? ` ${nearest[0]}` : nearest[0], tokenizer, vocabulary);
  });
  if (ids.includes(undefined)) {
    const words = [...new Set(prompt.unknown.map(({ text: word }) => `“${word.trim()}”`))].join(', ');
    const nearest = [...new Set(prompt.unknown.flatMap((symbol) => symbol.nearest))].join(', ');
    throw new AesopError('unknown-word', { words, nearest: nearest || '—' });
  }
  return ids as number[];
}
