import { tableOf, type Encoding } from '../../encodings/encodings.ts';
import { alphabets } from '../../languages/alphabet.ts';
import { ideographs } from '../../languages/frequent-characters.ts';
import { LANGUAGES } from '../../languages/languages.ts';
import {
  languagesOf,
  stretchesOf,
  WIDE_READER,
  withStretches,
  writtenIn,
  type Stretch,
  type Way,
} from './other-tables.ts';
import { scoreOf, type Score } from './scores.ts';

/** How a text was misread. */
export interface Misreading {
  /** the table that it was read by */
  readonly read: Encoding;
  /** the table that it was written in */
  readonly real: Encoding;
  /** of the text, as languages are called that tables are known by */
  readonly language: string;
}

interface Won extends Misreading {
  readonly gain: number;
}

/** Units of a line that are looked at. */
export const LONGEST_LOOKED_AT = 1 << 13;
/** Of stretches, so many must be text in the other table. */
const LEAST_KEPT = 0.95;
/** Neighbours beyond ASCII that must be looked at, and how many different ones of letters, for one word may be anything. */
const LEAST_PAIRS = 16;
const LEAST_DIFFERENT = 10;
/** How much likelier a text must be as it was written than as it stands: altogether and for each sign that differs, as logarithms. */
const LEAST_GAIN = 30;
const GAIN_OF_SIGN = 1.5;
/** What pairs are as likely as that, as a mean of logarithms, is text as it stands. */
const READS_WELL = -3.7;
/** By how much a table must be better than the next one that reads otherwise. */
const MARGIN = 8;

const isIdeographic = (language: string) => ideographs().some((each) => each.language === language);
/** What each pair of a text is likely at least in its own language, as a mean of logarithms; characters of Chinese are many. */
export const isLanguage = (log: number, pairs: number, language: string): boolean =>
  log >= (isIdeographic(language) ? -9.5 : -4.6) * pairs;

const standing = new Map<Encoding, ReadonlySet<string>>();
/** The languages that a text may be in as it stands: all of the script that a reader makes of it. */
export function standingLanguages(read: Encoding): ReadonlySet<string> {
  let languages = standing.get(read);
  if (languages) return languages;
  const script = read === 'windows-1252' || read === 'windows-1250' ? 'Latin' : 'Cyrillic';
  const known = read === WIDE_READER ? ideographs() : alphabets().filter((each) => each.script === script);
  languages = new Set(known.map(({ language }) => language as string));
  standing.set(read, languages);
  return languages;
}

/**
 * Frequent words that must be in a text, for its letters may be a list of letters, and their share of all: by chance a few
 * come of any table. Where words are parted by blanks.
 */
const LEAST_WORDS = 2;
const LEAST_SHARE_OF_WORDS = 0.05;
const WORD = /[\p{L}\p{M}]{2,}/gu;

const UNPARTED = new Set(['th']);

/** Of Chinese, Japanese and Korean, whose words are not parted, so many characters must be frequent: a wrong table makes rare ones. */
const LEAST_FREQUENT = 0.3;
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Whether a text has frequent words of a language, or is of its frequent characters, as far as any are known of it. */
function hasWords(text: string, language: string): boolean {
  const script = ideographs().find((each) => each.language === language);
  if (script) {
    const characters = text.match(IDEOGRAPHS) ?? [];
    return characters.filter(script.isFrequent).length > LEAST_FREQUENT * characters.length;
  }
  const frequent = LANGUAGES.find((each) => each.language === language)?.words.split(' ');
  if (!frequent || UNPARTED.has(language)) return true;
  const words = text.toLowerCase().match(WORD) ?? [];
  const known = words.filter((word) => frequent.includes(word));
  return new Set(known).size >= LEAST_WORDS && known.length >= LEAST_SHARE_OF_WORDS * words.length;
}

interface SampleLine {
  readonly line: string;
  readonly stretches: readonly Stretch[];
}

interface Candidate {
  readonly real: Encoding;
  readonly text: string;
  readonly score: Score;
  /** signs that differ */
  readonly changed: number;
}

function candidateOf(lines: readonly SampleLine[], real: Encoding): Candidate | undefined {
  let all = 0;
  let kept = 0;
  let changed = 0;
  const text = lines.map(({ line, stretches }) => {
    const mended = stretches.map((stretch) => ({ ...stretch, to: writtenIn(stretch, real) ?? begunIn(stretch, real) }));
    for (const { text: from, to } of mended) {
      all++;
      if (to === undefined) continue;
      kept++;
      changed += differing(from, to);
    }
    return withStretches(line, mended);
  });
  if (changed === 0 || kept < LEAST_KEPT * all) return undefined;
  return { real, text: text.join('\n'), score: scoreOf(text.join('\n'), languagesOf(real), true), changed };
}

/** Bytes of a character of which the first may stand at the end of what is looked at. */
const TORN = [1, 2];

/** What a long stretch says that was cut within a character. */
function begunIn(stretch: Stretch, real: Encoding): string | undefined {
  const { bytes } = stretch;
  if (!bytes || bytes.length < LONGEST_LOOKED_AT) return undefined;
  const begun = TORN.map((torn) => writtenIn({ ...stretch, bytes: bytes.subarray(0, -torn) }, real));
  return begun.find((text) => text !== undefined);
}

/** Signs of a stretch that are others than they were; all, where one was two. */
function differing(standing: string, written: string): number {
  if (standing.length !== written.length) return Math.max(standing.length, written.length);
  let count = 0;
  for (let at = 0; at < standing.length; at++) if (standing[at] !== written[at]) count++;
  return count;
}

/** How lines were misread in one of some ways, where they read far better in one table, and in no third. */
export function contest(lines: readonly string[], { read, real: tables, isLatin = false }: Way): Won | undefined {
  const looked = lines.map((line) => ({ line, stretches: stretchesOf(line, read) }));
  const { log: stands, pairs: all } = scoreOf(lines.join('\n'), standingLanguages(read), isLatin);
  if (stands >= READS_WELL * all) return undefined;
  const candidates = tables
    .map((real) => candidateOf(looked, real))
    .filter((each) => each !== undefined)
    .map((each) => ({ ...each, gain: each.score.log - (tableOf(each.real).rarity ?? 0) - stands }))
    .sort((one, other) => other.gain - one.gain);
  const [best] = candidates;
  if (!best) return undefined;
  const { real, text, gain, score, changed } = best;
  const { language, log, pairs, different } = score;
  const next = candidates.find((other) => other.score.language !== language);
  const isSure =
    pairs >= LEAST_PAIRS &&
    different >= LEAST_DIFFERENT &&
    gain >= Math.max(LEAST_GAIN, GAIN_OF_SIGN * changed) &&
    isLanguage(log, pairs, language) &&
    gain >= MARGIN + (next?.gain ?? -Infinity) &&
    hasWords(text, language);
  return isSure ? { read, real, language, gain } : undefined;
}
