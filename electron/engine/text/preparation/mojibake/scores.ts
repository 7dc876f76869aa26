import { alphabets, type Alphabet } from '../../languages/alphabet.ts';
import { kind } from '../../languages/characters.ts';
import { likelihoods, pairsOf, partedPairs, plainText, type Pair } from '../../languages/likelihood.ts';
import { byteTable } from '../../encodings/text-decoder.ts';
import type { Encoding } from '../../encodings/encodings.ts';

/** How likely a text is in the language that suits it best. */
export interface Score {
  readonly language: string;
  /** natural logarithm of what is not of ASCII alone */
  readonly log: number;
  /** neighbours that it is the sum of */
  readonly pairs: number;
  /** different neighbours among them that are both letters */
  readonly different: number;
}

const countOf = (pairs: readonly Pair[]) => pairs.reduce((sum, { count }) => sum + count, 0);
const areLetters = ({ before, code }: Pair) => kind(before).letter && kind(code).letter;

/**
 * @param languages asked about
 * @param byAscii whether a Latin language is judged by the ASCII beside, too; without it a text may be of several
 */
export function scoreOf(text: string, languages: ReadonlySet<string>, byAscii: boolean): Score {
  const { plain, other } = partedPairs(pairsOf(text));
  const { logs } = plainText(byAscii ? plain : []);
  const most = Math.max(...logs.values());
  const nothing = { letters: 0, logs: new Map([['', 0]]) };
  let best = { language: '', log: -Infinity };
  for (const { language, log } of likelihoods(other, nothing, languages)) {
    const all = log + (logs.get(language) ?? most) - most;
    if (all > best.log) best = { language, log: all };
  }
  return { ...best, pairs: countOf(other), different: other.filter(areLetters).length };
}

const PLAIN = 0x80;
const BLANK = 0x20;

/** How likely bytes are in languages of one table, line after line: each pair of bytes is asked about once. */
export class ByteScores {
  readonly #units: Uint16Array;
  readonly #alphabets: readonly { likelihood: Alphabet['likelihood']; known: Float32Array }[];

  constructor(table: Encoding, languages: ReadonlySet<string>) {
    this.#units = byteTable(table);
    this.#alphabets = alphabets()
      .filter(({ language }) => languages.has(language))
      .map(({ likelihood }) => ({ likelihood, known: new Float32Array(1 << 16).fill(NaN) }));
  }

  /**
   * @param byAscii whether pairs of ASCII count, too
   * @returns natural logarithm in the language that suits the bytes best
   */
  best(bytes: Uint8Array, byAscii = false): number {
    let best = -Infinity;
    for (const { likelihood, known } of this.#alphabets) {
      let log = 0;
      let before = BLANK;
      for (const byte of bytes) {
        if (byAscii || byte >= PLAIN || before >= PLAIN) {
          const pair = (before << 8) | byte;
          if (Number.isNaN(known[pair])) known[pair] = likelihood(this.#units[before], this.#units[byte]);
          log += known[pair];
        }
        before = byte;
      }
      best = Math.max(best, log);
    }
    return best;
  }
}

const known = new Map<string, ByteScores>();

/** The scores of a table in some languages, made once. */
export function byteScoresOf(table: Encoding, languages: ReadonlySet<string>): ByteScores {
  const key = [table, ...languages].join(' ');
  let scores = known.get(key);
  if (!scores) known.set(key, (scores = new ByteScores(table, languages)));
  return scores;
}

/** How many pairs of bytes such a score is the sum of. */
export function pairsIn(bytes: Uint8Array): number {
  let pairs = 0;
  let before = BLANK;
  for (const byte of bytes) {
    if (byte >= PLAIN || before >= PLAIN) pairs++;
    before = byte;
  }
  return pairs;
}
