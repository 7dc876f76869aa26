import { LANGUAGES } from './languages/languages.ts';

/** Scripts that name a language by themselves, or nearly so; kana come before Han, which Japanese shares. */
const SCRIPTS: [language: string, script: RegExp, share: number][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.1],
  ['ko', /\p{Script=Hangul}/gu, 0.3],
  ['zh', /\p{Script=Han}/gu, 0.3],
  ['th', /\p{Script=Thai}/gu, 0.3],
  ['lo', /\p{Script=Lao}/gu, 0.3],
  ['km', /\p{Script=Khmer}/gu, 0.3],
  ['my', /\p{Script=Myanmar}/gu, 0.3],
  ['he', /\p{Script=Hebrew}/gu, 0.3],
  ['el', /\p{Script=Greek}/gu, 0.3],
  ['hi', /\p{Script=Devanagari}/gu, 0.3],
];

/**
 * Letters that one language alone writes, where its endings keep words from being frequent; another's that has them, too,
 * has letters that it has not.
 */
const LETTERS: [language: string, letters: RegExp, others: RegExp, share: number][] = [
  ['tr', /[ğĞıİ]/g, /[əƏñÑäÄ]/, 0.03],
];
const LEAST_LETTERS = 40;

/** The languages that have a word among their most frequent ones. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const { language, words } of LANGUAGES)
  for (const word of new Set(words.split(' '))) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);

/** Words that are judged together: a text of several languages shows by their judgements. */
const STRETCH = 40;
/** Share of a stretch that must be frequent words of a language, and how many at least. */
const LEAST_SHARE = 0.15;
const LEAST_WORDS = 2;
/** Share of the stretches that must be of one language. */
const MAJORITY = 0.6;

/** The language that most speaks for in some words: words of few languages more than those of many. */
function languageOfWords(words: readonly string[]): string | undefined {
  const hits = new Map<string, { count: number; weight: number }>();
  for (const word of words) {
    const languages = LANGUAGES_OF.get(word) ?? [];
    for (const language of languages) {
      const { count = 0, weight = 0 } = hits.get(language) ?? {};
      hits.set(language, { count: count + 1, weight: weight + 1 / Math.sqrt(languages.length) });
    }
  }
  const [best, second] = [...hits].sort(([, a], [, b]) => b.weight - a.weight);
  if (!best || best[1].count < Math.max(LEAST_WORDS, LEAST_SHARE * words.length)) return undefined;
  return second && second[1].weight === best[1].weight ? undefined : best[0];
}

/** UTF-16 units of a text by which it is judged. */
export const LANGUAGE_SAMPLE = 1 << 16;

/**
 * Language of a text by its script and its most frequent words. On few words, or a text of several languages, no guess
 * is made.
 * @param sample some thousand characters
 * @returns ISO 639-1, or `und` where it cannot be told
 */
export function detectLanguage(sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (!letters) return 'und';
  for (const [language, script, share] of SCRIPTS)
    if ((sample.match(script)?.length ?? 0) > letters * share) return language;
  if ((sample.match(/\p{Script=Arabic}/gu)?.length ?? 0) > letters * 0.3) return /[پچژگ]/u.test(sample) ? 'fa' : 'ar';
  for (const [language, own, others, share] of LETTERS)
    if (letters >= LEAST_LETTERS && (sample.match(own)?.length ?? 0) > letters * share && !others.test(sample))
      return language;
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const votes = new Map<string, number>();
  let stretches = 0;
  for (let at = 0; at < words.length; at += STRETCH) {
    const language = languageOfWords(words.slice(at, at + STRETCH)) ?? 'und';
    votes.set(language, (votes.get(language) ?? 0) + 1);
    stretches++;
  }
  const [winner, count] = [...votes].sort(([, a], [, b]) => b - a)[0] ?? ['und', 0];
  return count >= MAJORITY * stretches ? winner : 'und';
}
