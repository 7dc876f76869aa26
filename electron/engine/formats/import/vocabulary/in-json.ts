import { IMPORT_LIMITS, vocabularyBounds } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { parseBoundedJson } from '../../../../contract/bounded-json.ts';
import { AesopError } from '../../../../contract/errors.ts';
import { Vocabulary } from '../../../text/vocabulary/vocabulary.ts';
import type { FoundSymbols } from './found-symbols.ts';

/** What stands for a number that no symbol has: tokenizers that count from 1 leave 0 to what fills a line up. */
export const FILLER = '<pad>';

type Entries = readonly (readonly [symbol: string, id: number])[];

const isId = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** @throws AesopError `vocabulary-unfit` where a number has no symbol or two */
function byId(entries: Entries, file: string): FoundSymbols {
  const ids = new Map(entries.map(([symbol, id]) => [id, symbol]));
  const first = ids.has(0) ? 0 : 1;
  const symbols = Array.from({ length: entries.length }, (_, at) => {
    const symbol = ids.get(at + first);
    if (symbol !== undefined) return symbol;
    throw new AesopError('vocabulary-unfit', {
      file,
      problem: message('phrases.number-lacking', { number: at + first }),
    });
  });
  return { form: 'numbers', symbols: first === 0 ? symbols : [FILLER, ...symbols] };
}

/** `{"the": 1, …}` or `{"1": "the", …}`; nothing where the object is about something else. */
function numbered(object: Record<string, unknown>): Entries | undefined {
  const entries = Object.entries(object);
  if (entries.length === 0) return undefined;
  if (entries.every(([, id]) => isId(id))) return entries as [string, number][];
  const turned = entries.map(([id, symbol]) => [symbol, /^\d{1,9}$/.test(id) ? Number(id) : -1] as const);
  const fits = turned.every(([symbol, id]) => typeof symbol === 'string' && id >= 0);
  return fits ? (turned as [string, number][]) : undefined;
}

/** `Tokenizer.to_json` of Keras, which holds its index as JSON once more. */
function kerasIndex({ class_name: name, config }: Record<string, unknown>): string | undefined {
  const index = name === 'Tokenizer' && isObject(config) ? config.word_index : undefined;
  return typeof index === 'string' ? index : undefined;
}

/** @throws AesopError `vocabulary-unfit`; `model-damaged`, `model-newer` of one of ours */
function symbolsIn(value: unknown, file: string): FoundSymbols | undefined {
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string') ? { form: 'list', symbols: value } : undefined;
  if (!isObject(value)) return undefined;
  if (Array.isArray(value.symbols) && 'tokenizer' in value) {
    const own = Vocabulary.fromJSON(value, file);
    return { form: 'own', symbols: own.symbols, counts: [...own.counts], own };
  }
  const index = kerasIndex(value);
  if (index !== undefined) return symbolsInJson(index, file)?.[0];
  const entries = numbered(value);
  return entries && byId(entries, file);
}

/**
 * The symbols in a JSON text: a vocabulary of ours, a list, an object that numbers them either way round.
 * @param file for errors
 * @returns none where it is about something else; nothing where it is no JSON
 * @throws AesopError `vocabulary-unfit`; `model-damaged`, `model-newer` of one of ours
 */
export function symbolsInJson(text: string, file: string): readonly FoundSymbols[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  let value: unknown;
  try {
    value = parseBoundedJson(text, vocabularyBounds(IMPORT_LIMITS.symbols));
  } catch (thrown) {
    return thrown instanceof RangeError ? [] : undefined;
  }
  const found = symbolsIn(value, file);
  return found ? [found] : [];
}
