import type { TokenizerName } from '../../contract/corpus.ts';

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

/** Words that are frequent in one language and rare in the others of its script. */
const FREQUENT_WORDS: Record<string, string> = {
  en: 'the and of to in that it is was he for with his you had not be at on by which have from this but they',
  de: 'der die und das ist nicht ein eine zu den dem mit sich auf von ich er sie es auch war wie daß im aber',
  fr: 'le la les et de des un une que qui il elle est dans pas pour du ne je vous en au ce se plus avec était',
  es: 'el la los las y de que en un una es no se por con para su al lo como más pero era había del le',
  it: 'il la che di e un una non è per con si del della le gli lo mi ma sono era come al nel anche i',
  pt: 'o a os as e de que não um uma em do da no na se com por para mais ao é mas seu sua foi eu',
  nl: 'de het een en van is dat niet in op te zijn met voor hij ik die was maar aan er om ook als naar bij',
  sv: 'och att det som en på är av för den med inte jag han var ett men sig om så till hon har de från',
  pl: 'i w nie na się z że do to jest jak ale po co tak za od go był mnie przez dla czy już jego',
  ru: 'и в не на что я он с как а но его это она к по все у за из так же был было ты сказал',
  uk: 'і в не на що я він з як а але його це вона до та у за із так був було ти й від про',
  tr: 'bir ve bu da de için ne çok ile daha gibi o ben var mi kadar sonra ama olarak diye her şey en değil',
  la: 'et in est non ad cum ut quod qui sed si ex quae esse ab per aut atque enim nec hoc me te quam',
};
const LANGUAGE_WORDS = Object.entries(FREQUENT_WORDS).map(([language, words]) => ({
  language,
  words: new Set(words.split(' ')),
}));
const LEAST_SHARE = 0.08;
const WITHOUT_SPACES = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

/**
 * Language of a text by its script and its most frequent words.
 * @param sample some thousand characters
 * @returns ISO 639-1, or `und` where it cannot be told
 */
export function detectLanguage(sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (!letters) return 'und';
  for (const [language, script, share] of SCRIPTS)
    if ((sample.match(script)?.length ?? 0) > letters * share) return language;
  if ((sample.match(/\p{Script=Arabic}/gu)?.length ?? 0) > letters * 0.3) return /[پچژگ]/u.test(sample) ? 'fa' : 'ar';
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = { language: 'und', share: LEAST_SHARE };
  for (const { language, words: frequent } of LANGUAGE_WORDS) {
    const share = words.filter((word) => frequent.has(word)).length / words.length;
    if (share > best.share) best = { language, share };
  }
  return best.language;
}

/** Below this many characters, words of a script without spaces hardly recur: single characters learn better. */
const ENOUGH_FOR_WORDS = 50_000;
const MARK = /[.,;:!?]/g;
const SPACED_MARK = /(?<=^|\s)[.,;:!?](?=\s|$)/g;

/**
 * The tokenizer a text asks for: `whitespace` where punctuation already stands apart, as in the article's fable,
 * `characters` for a short text of a script without spaces, else `words`.
 * @param characters length of the whole text
 */
export function proposeTokenizer(sample: string, language: string, characters: number): TokenizerName {
  if (WITHOUT_SPACES.has(language)) return characters < ENOUGH_FOR_WORDS ? 'characters' : 'words';
  const marks = sample.match(MARK)?.length ?? 0;
  const apart = sample.match(SPACED_MARK)?.length ?? 0;
  return marks >= 3 && apart > marks * 0.9 ? 'whitespace' : 'words';
}
