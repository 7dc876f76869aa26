import { alphabets, asWritten } from './languages/alphabet.ts';
import { LANGUAGES } from './languages/languages.ts';
import { likelihoodOf, pairsOf } from './languages/likelihood.ts';
import { NEIGHBOURS } from './languages/neighbours.ts';
import { languageByScript } from './languages/scripts.ts';

const LONGEST_CODE = 2;

/**
 * Letters that one language alone writes, where its endings keep words from being frequent; another's that has them, too,
 * has letters that it has not.
 */
const LETTERS: [language: string, letters: RegExp, others: RegExp, share: number][] = [
  ['tr', /[ğĞıİ]/g, /[əƏñÑäÄ]/, 0.03],
];
const LEAST_LETTERS = 40;

const KNOWN = new Set(LANGUAGES.map(({ language }) => language));
/** The languages that have a word among their most frequent ones. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const { language, words } of [...LANGUAGES, ...NEIGHBOURS])
  for (const word of new Set(words.split(' '))) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);

/** Words that are judged together: a text of several languages shows by their judgements. */
const STRETCH = 40;
/** Of a long sample so many stretches are judged, all over it: their letters are compared with every language's. */
const MOST_STRETCHES = 32;
/** Fewest words that say anything, and share of them that must be frequent ones of a language. */
const LEAST_WORDS = 5;
const LEAST_SHARE = 0.12;
/** Fewest different ones among these and what they must weigh together: where its letters speak for a language, and else. */
const AGREED = { different: 2, weight: 1.2 };
const ALONE = { different: 3, weight: 1.5 };
/** By how much those that another language lacks must outweigh those that it alone has, and how many times. */
const MARGIN = 0.6;
const TIMES = 2;
const LEAST_OWN = 1.5;
/** How much less likely a stretch may be by its letters than in another language, as a logarithm for each letter. */
const LIKELY = 0.06;
const POSSIBLE = 0.25;
/** What the words of another language weigh where they stand between: then its letters are only some of all. */
const SEVERAL = 2;
/** Share of the stretches of any language that must be of one, and of all of them. */
const MAJORITY = 0.6;
const LEAST_DECIDED = 0.3;

/** A word of many languages says less of each; one that a neighbour has, too, as much as if it had no neighbour. */
const weightOf = (languages: readonly string[]) =>
  1 / Math.sqrt(Math.max(1, languages.filter((language) => KNOWN.has(language)).length));

/** What the words of `one` weigh that `other` lacks. */
function ownWeight(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let weight = 0;
  for (const word of one) if (!other.has(word)) weight += weightOf(LANGUAGES_OF.get(word) ?? []);
  return weight;
}

/** The language that speaks for in some words, undefined where none or several do. A word that comes again says no more. */
function languageOfWords(words: readonly Word[]): string | undefined {
  const said = new Map<string, { different: Set<string>; count: number; weight: number }>();
  for (const { text, isName } of words) {
    const languages = isName ? [] : (LANGUAGES_OF.get(text) ?? []);
    for (const language of languages) {
      const its = said.get(language) ?? { different: new Set(), count: 0, weight: 0 };
      said.set(language, its);
      its.count++;
      if (!its.different.has(text)) its.weight += weightOf(languages);
      its.different.add(text);
    }
  }
  if (words.length < LEAST_WORDS) return undefined;
  // a neighbour is none before its own words outweigh those of the language that it is told from
  for (const { language, letters } of NEIGHBOURS) {
    const its = said.get(language)?.different;
    const others = said.get(letters)?.different ?? new Set<string>();
    if (its && ownWeight(its, others) < LEAST_OWN + ownWeight(others, its)) said.delete(language);
  }
  const ranked = [...said].sort(([, a], [, b]) => b.weight - a.weight);
  const unlikely = unlikelihoods(words);
  const best = ranked.find(([language]) => unlikely(language) < LIKELY);
  if (!best) return undefined;
  const [language, { different, count, weight }] = best;
  const least = unlikely(language) === 0 ? AGREED : ALONE;
  if (different.size < least.different || weight < least.weight || count < LEAST_SHARE * words.length) return undefined;
  const isNearby = ranked.some(([other, { different: its }]) => {
    if (other === language) return false;
    const against = ownWeight(its, different);
    if (unlikely(other) > POSSIBLE && against < SEVERAL) return false;
    return ownWeight(different, its) < MARGIN + TIMES * against;
  });
  return isNearby ? undefined : language;
}

/** How much less likely some words are by their letters in a language than in that which they are likeliest in. */
function unlikelihoods(words: readonly Word[]): (language: string) => number {
  const text = words.map(({ text, isName }) => (isName ? '' : text)).join(' ');
  const pairs = pairsOf(text);
  const letters = text.length - words.length + 1;
  const logs = new Map(
    alphabets().map(({ language, likelihood }) => {
      const written = asWritten(text, language);
      return [language, likelihoodOf(written === text ? pairs : pairsOf(written), likelihood)];
    }),
  );
  for (const { language, letters: its } of NEIGHBOURS)
    if (!logs.has(language)) logs.set(language, logs.get(its) ?? -Infinity);
  const best = Math.max(...logs.values());
  return (language) => (best - (logs.get(language) ?? -Infinity)) / (letters || 1);
}

interface Word {
  /** in small letters */
  readonly text: string;
  /** a capital amid a sentence */
  readonly isName: boolean;
}

const CAPITAL = /^\p{Lu}/u;
/** What a sentence, a line or a word of somebody's begins behind. */
const BEGINS = /(?:^|[.!?…:;"“”„«»‘—–\n¿¡([-])\s{0,4}$/u;

function wordsOf(sample: string): Word[] {
  const capitals = sample.match(/\p{Lu}/gu)?.length ?? 0;
  const shouts = 2 * capitals > (sample.match(/\p{L}/gu)?.length ?? 0);
  return Array.from(sample.matchAll(/[\p{L}\p{M}]+/gu), ({ 0: word, index }) => ({
    text: word.toLowerCase(),
    isName: !shouts && CAPITAL.test(word) && !BEGINS.test(sample.slice(Math.max(0, index - 4), index)),
  }));
}

/** UTF-16 units of a text by which it is judged. */
export const LANGUAGE_SAMPLE = 1 << 16;

/**
 * Language of a text by its script, its most frequent words, and its letters, which must not speak against these. On few
 * words, or a text of several languages, no guess is made.
 * @param sample some thousand characters
 * @returns ISO 639-1, or `und` where it cannot be told
 */
export function detectLanguage(sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (!letters) return 'und';
  const alone = languageByScript(sample, letters);
  if (alone !== undefined) return alone;
  for (const [language, own, others, share] of LETTERS)
    if (letters >= LEAST_LETTERS && (sample.match(own)?.length ?? 0) > letters * share && !others.test(sample))
      return language;
  const words = wordsOf(sample);
  const whole = Math.max(1, Math.round(words.length / STRETCH));
  const length = Math.ceil(words.length / whole);
  const stretches = Math.min(whole, MOST_STRETCHES);
  const votes = new Map<string, number>();
  let decided = 0;
  for (let at = 0; at < stretches; at++) {
    const from = Math.round((at * words.length) / stretches);
    const language = languageOfWords(words.slice(from, from + length));
    if (language === undefined) continue;
    votes.set(language, (votes.get(language) ?? 0) + 1);
    decided++;
  }
  const [winner, count] = [...votes].sort(([, a], [, b]) => b - a)[0] ?? ['und', 0];
  if (winner.length > LONGEST_CODE) return 'und';
  return count >= MAJORITY * decided && count >= LEAST_DECIDED * stretches ? winner : 'und';
}
