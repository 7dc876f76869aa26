import { alphabets, foreignLog } from './alphabet.ts';
import { kind } from './characters.ts';
import { ideographs } from './frequent-characters.ts';

/** Two neighbours in a text, UTF-16 code units, and how often they stand so. */
export interface Pair {
  before: number;
  code: number;
  count: number;
}

/** How likely a text is in a language, as a natural logarithm. */
export interface Likelihood {
  language: string;
  log: number;
}

/** The pairs of a text, as if a space stood before it. */
export function pairsOf(text: string): Pair[] {
  const pairs = new Map<number, Pair>();
  let before = 32;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const key = before * 65536 + code;
    const pair = pairs.get(key);
    if (pair) pair.count++;
    else pairs.set(key, { before, code, count: 1 });
    before = code;
  }
  return [...pairs.values()];
}

/** Scripts whose characters are no alphabet. */
const IDEOGRAPHIC = new Set(['Han', 'Kana', 'Hangul']);
/** Latin letters and ideographs that touch. */
const TOUCH = -3;

const isPlain = (code: number) => code < 128 && (code > 31 || code === 10 || code === 13 || code === 9);

function ideographic(likelihood: (code: number) => number, before: number, code: number): number {
  const [previous, current] = [kind(before), kind(code)];
  if (IDEOGRAPHIC.has(current.script))
    return likelihood(code) + (previous.script === 'Latin' && !previous.upper ? TOUCH : 0);
  if (isPlain(code)) return previous.letter && IDEOGRAPHIC.has(previous.script) && current.letter ? TOUCH : -1;
  return current.letter ? foreignLog('Han', before, code) - 2 : Math.min(current.log, -2);
}

/** What ASCII may say at most against a language: texts are mixed. */
const MOST_BY_ASCII = 8;

function sum(pairs: readonly Pair[], likelihood: (before: number, code: number) => number): number {
  let log = 0;
  for (const { before, code, count } of pairs) log += count * likelihood(before, code);
  return log;
}

/** Parts pairs into those of ASCII alone, which all tables but the wide ones read alike, and the others. */
export function partedPairs(pairs: readonly Pair[]): { plain: Pair[]; other: Pair[] } {
  const plain: Pair[] = [];
  const other: Pair[] = [];
  for (const pair of pairs) (isPlain(pair.before) && isPlain(pair.code) ? plain : other).push(pair);
  return { plain, other };
}

/** How likely ASCII is in each Latin language. */
export function plainLikelihoods(pairs: readonly Pair[]): ReadonlyMap<string, number> {
  const latin = alphabets().filter(({ script }) => script === 'Latin');
  return new Map(latin.map(({ language, likelihood }) => [language, sum(pairs, likelihood)]));
}

/**
 * How likely a text is in each language, most likely first.
 * @param pairs those that are not of ASCII alone
 * @param plain of the rest; it says only which Latin language it is, the languages of other scripts lose nothing by it
 * @param languages asked about; all where missing
 */
export function likelihoods(
  pairs: readonly Pair[],
  plain: ReadonlyMap<string, number>,
  languages?: ReadonlySet<string>,
): Likelihood[] {
  const best = Math.max(...plain.values());
  const asked = ({ language }: { language: string }) => !languages || languages.has(language);
  const lettered = alphabets().filter(asked);
  const others = ideographs().filter(asked);
  return [
    ...lettered.map(({ language, likelihood }) => ({
      language,
      log: sum(pairs, likelihood) + Math.max(best - MOST_BY_ASCII, plain.get(language) ?? best),
    })),
    ...others.map(({ language, likelihood }) => ({
      language,
      log: sum(pairs, (before, code) => ideographic(likelihood, before, code)) + best,
    })),
  ].sort((a, b) => b.log - a.log);
}
