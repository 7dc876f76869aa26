import { kind, type Kind } from './characters.ts';
import type { Evidence } from './evidence.ts';
import { LANGUAGES } from './languages.ts';

/** How strongly a letter's own frequency counts beside what was seen behind the letter before it. */
const SMOOTHING = 6;
/** Share of letters that are none of the language's. */
const FOREIGN = Math.log(0.004);
/** Least logarithm of a letter among its script's. */
const RARE = Math.log(1e-5);
/** A letter of another script, where a word begins and within one. */
const OTHER_SCRIPT = -2;
const CLASH = -5;
/** Cases: a capital where a word begins, in a word of capitals, and within a word, where next to no language has one. */
const INITIAL = -1.5;
const CAPITALS = -1.5;
const INNER_CAPITAL = -6;
/** A sign inside a word that does not stand there. */
const STRAY = -4;

/** Lines of a frame that meet: a wrong table makes words of them, so they cost more than letters. */
const BOXES = -5;

/** What comes before a letter: another, or none. */
const NONE = 0;

/** windows-1258 writes the tones of Vietnamese as marks of their own, the vowels whole. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** A text as a language's alphabet expects it. */
export function asWritten(text: string, language: string): string {
  if (language !== 'vi') return text;
  return text.replace(/\p{L}/gu, (letter) => {
    const marks = letter.normalize('NFD').match(TONES)?.join('') ?? '';
    return marks ? letter.normalize('NFD').replace(TONES, '').normalize('NFC') + marks : letter;
  });
}

/** The letters of a language, and how likely each comes behind another. */
export interface Alphabet {
  language: string;
  script: string;
  /** Logarithm of how likely `code` stands behind `before`, both UTF-16 code units. */
  likelihood(before: number, code: number): number;
}

const pooled = new Map<string, Map<number, number>>();
/** Logarithm of how frequent a letter is in all languages of its script together. */
function pooledLog(script: string, letter: number): number {
  return pooled.get(script)?.get(letter) ?? RARE;
}

/** Logarithm that a letter of any script begins to be, whatever the language. */
export function foreignLog(script: string, before: number, code: number): number {
  return foreignOf(script, kind(before), kind(code));
}

function foreignOf(script: string, previous: Kind, current: Kind): number {
  const other = current.script === script ? 0 : OTHER_SCRIPT;
  const clash = previous.letter && previous.script !== current.script ? CLASH : 0;
  return FOREIGN + other + clash + pooledLog(current.script, current.lower);
}

/** What upper and lower case, and signs inside words, add to it. */
function orthography(before: number, code: number, previous: Kind, current: Kind): number {
  if (current.letter) {
    const stray = !previous.letter && !previous.opens ? STRAY : 0;
    if (!current.upper) return stray;
    return stray + (previous.letter ? (previous.upper ? CAPITALS : INNER_CAPITAL) : INITIAL);
  }
  if (previous.letter && !current.closes) return current.log + STRAY;
  const box = before >= 0x2500 && before < 0x25a0 && code >= 0x2500 && code < 0x25a0;
  if (before === code && (box || code === 0)) return -1;
  return box ? BOXES : current.log;
}

/** One more than the turn of each code unit in the text that is looked at; 0 where it was not met yet. */
const met = new Uint16Array(65_536);

function alphabetOf({ language, words, text }: Evidence): Alphabet {
  const written = asWritten(` ${words} ${text} ${words} `, language);
  const index = new Map<number, number>();
  const turns = new Uint16Array(written.length);
  let script = '';
  met.fill(0);
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (met[code] === 0) {
      const { letter, lower, script: its } = kind(code);
      if (letter && !index.has(lower)) index.set(lower, index.size + 1);
      if (letter) script ||= its;
      met[code] = 1 + (letter ? index.get(lower)! : NONE);
    }
    turns[at] = met[code] - 1;
  }
  const size = index.size + 1;
  const alone = new Float64Array(size).fill(0.5);
  // how often each stands behind each, then how likely that is
  const table = new Float64Array(size * size);
  const before = new Float64Array(size);
  for (let at = 1; at < turns.length; at++) {
    // one gap between two words, however many signs stand in it
    if (turns[at] === NONE && turns[at - 1] === NONE) continue;
    alone[turns[at]]++;
    before[turns[at - 1]]++;
    table[turns[at - 1] * size + turns[at]]++;
  }
  const all = alone.reduce((sum, count) => sum + count, 0);
  for (let row = 0, at = 0; row < size; row++)
    for (let column = 0; column < size; column++, at++)
      table[at] = Math.log((table[at] + (SMOOTHING * alone[column]) / all) / (before[row] + SMOOTHING));
  const own = pooled.get(script) ?? new Map<number, number>();
  pooled.set(script, own);
  for (const [letter, at] of index) own.set(letter, Math.max(own.get(letter) ?? RARE, Math.log(alone[at] / all) - 1.5));
  return {
    language,
    script,
    likelihood(previous, code) {
      const first = kind(previous);
      const second = kind(code);
      const rules = orthography(previous, code, first, second);
      const row = first.letter ? index.get(first.lower) : NONE;
      const column = second.letter ? index.get(second.lower) : NONE;
      if (column === undefined) return rules + foreignOf(script, first, second);
      if (column === NONE && row === NONE) return rules;
      if (row !== undefined) return rules + table[row * size + column];
      const clash = second.letter && first.script !== script ? CLASH : 0;
      return rules + clash + Math.log(alone[column] / all);
    },
  };
}

let made: readonly Alphabet[] | undefined;

/** The alphabets of all languages that have one, made once. */
export const alphabets = (): readonly Alphabet[] => (made ??= LANGUAGES.map(alphabetOf));
