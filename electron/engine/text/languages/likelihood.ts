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

/** What ASCII may say at most against a Latin language: texts are mixed. */
const MOST_BY_ASCII = 8;
/** What it says at most against the languages of other scripts, where next to all is Latin: a mark or a name is no language. */
const MOST_BY_LATIN = 14;

/** The Latin language that hardly a word does without marks in, and what ASCII says at most against it. */
const MARKED = 'vi';
const MOST_BY_UNMARKED = 30;

/** What ASCII says of a text. */
export interface PlainText {
  /** letters that follow letters */
  letters: number;
  /** how likely it is in each Latin language */
  logs: ReadonlyMap<string, number>;
}

/** How likely pairs are by the letters of one language. */
export function likelihoodOf(pairs: readonly Pair[], likelihood: (before: number, code: number) => number): number {
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

/** What the pairs of ASCII alone say. */
export function plainText(pairs: readonly Pair[]): PlainText {
  const latin = alphabets().filter(({ script }) => script === 'Latin');
  const letters = pairs.filter(({ before, code }) => kind(before).letter && kind(code).letter);
  return {
    letters: letters.reduce((all, { count }) => all + count, 0),
    logs: new Map(latin.map(({ language, likelihood }) => [language, likelihoodOf(pairs, likelihood)])),
  };
}

/** How much of a text is letters of ASCII among such letters, 0 to 1: nothing until more than half of it is. */
function plainShare(pairs: readonly Pair[], { letters }: PlainText): number {
  const others = pairs.reduce((all, { code, count }) => (isPlain(code) ? all : all + count), 0);
  return Math.max(0, (2 * letters) / (letters + others || 1) - 1);
}

/**
 * How likely a text is in each language, most likely first.
 * @param pairs those that are not of ASCII alone
 * @param plain what the rest says
 * @param languages asked about; all where missing
 */
export function likelihoods(pairs: readonly Pair[], plain: PlainText, languages?: ReadonlySet<string>): Likelihood[] {
  const best = Math.max(...plain.logs.values());
  const share = plainShare(pairs, plain);
  const foreign = best - MOST_BY_LATIN * share;
  const unmarked = best - MOST_BY_UNMARKED * share ** 3;
  const asked = ({ language }: { language: string }) => !languages || languages.has(language);
  const ofPlain = ({ language, script }: { language: string; script: string }) => {
    if (script !== 'Latin') return foreign;
    const least = language === MARKED ? unmarked : best - MOST_BY_ASCII;
    return Math.max(least, plain.logs.get(language) ?? best);
  };
  return [
    ...alphabets()
      .filter(asked)
      .map((alphabet) => ({
        language: alphabet.language,
        log: likelihoodOf(pairs, alphabet.likelihood) + ofPlain(alphabet),
      })),
    ...ideographs()
      .filter(asked)
      .map(({ language, likelihood }) => ({
        language,
        log: likelihoodOf(pairs, (before, code) => ideographic(likelihood, before, code)) + foreign,
      })),
  ].sort((a, b) => b.log - a.log);
}
