import iconv from 'iconv-lite';
import type { Encoding } from '../../encodings/encodings.ts';
import type { Run } from './run.ts';

/** Tables of two bytes to a character as which UTF-8 is taken, with their names in iconv-lite and in Node. */
const NAMES: Readonly<Record<Encoding, string>> = { gb18030: 'gbk', shift_jis: 'shift_jis' };
export const WIDE: readonly Encoding[] = Object.keys(NAMES);

/** By Node's own decoder, which is there at once: the tables of iconv-lite are made when a line may be misread. */
function pairs(leads: readonly number[], rests: readonly number[], table: Encoding): number[] {
  const decoder = new TextDecoder(NAMES[table]);
  return leads
    .flatMap((lead) => rests.map((rest) => decoder.decode(Uint8Array.of(lead, rest))))
    .filter((text) => /^[\u2e80-\uffef]$/.test(text) && text !== '\ufffd')
    .map((text) => text.charCodeAt(0));
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/**
 * What the first two bytes of Chinese and its punctuation become in GBK, those of kana in Shift-JIS: mostly characters that
 * are hardly ever written.
 */
const BEGINNINGS: Readonly<Record<Encoding, ReadonlySet<number>>> = {
  gb18030: new Set([
    ...pairs(range(0xe4, 0xea), range(0x80, 0xc0), 'gb18030'),
    ...pairs([0xe3], range(0x80, 0x84), 'gb18030'),
    ...pairs([0xef], [0xbc], 'gb18030'),
  ]),
  shift_jis: new Set(pairs([0xe3], range(0x80, 0x84), 'shift_jis')),
};
export const BEGIN_WIDE: readonly number[] = WIDE.flatMap((table) => [...BEGINNINGS[table]]);

/** Characters beyond ASCII, with signs among them and at the end that may stand for half of one. */
const STRETCH = /[^\0-\x7f]+(?:\?[^\0-\x7f]+)*\??/g;
/** So many characters, one behind the other, chance does not make. */
const STRONG = 4;
/** Of characters that are read, so many may be lost. */
const MOST_LOST = 0.34;
const mostLost = (read: number) => Math.max(1, MOST_LOST * read);
/** What stands for a byte that was lost, and for a sign that may stand for one; no byte of UTF-8. */
const LOST = 0xff;
const QUESTION = 0xfe;
/** Of two bytes, what stands in Chinese and Japanese: “·”, “×”, letters of Latin. Others are characters that were never misread. */
const LATIN = [0xc2, 0xc3];

const isRest = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte < 0xc0;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const known = new Map<string, readonly number[]>();
/** The bytes that a table has for a character; none where it does not have it. */
function bytesOf(character: string, table: Encoding): readonly number[] {
  if (character === '\ufffd') return [LOST];
  if (character === '?') return [QUESTION];
  // no table of two bytes has what lies beyond the basic plane
  if (character.length > 1) return [];
  const key = table + character;
  let bytes = known.get(key);
  if (bytes === undefined) {
    const encoded = iconv.encode(character, NAMES[table]);
    bytes = encoded[0] === 0x3f ? [] : [...encoded];
    known.set(key, bytes);
  }
  return bytes;
}

/** Bytes of characters one behind the other, and where each character begins among them. */
interface Part {
  readonly bytes: number[];
  /** by the place of a byte: the place in the line of the character that it begins */
  readonly begins: Map<number, number>;
}

/** A stretch, parted at characters that the table does not have. */
function partsOf(stretch: string, from: number, table: Encoding): Part[] {
  const parts: Part[] = [{ bytes: [], begins: new Map() }];
  let at = from;
  for (const character of stretch) {
    const { bytes, begins } = parts[parts.length - 1];
    const own = bytesOf(character, table);
    begins.set(bytes.length, at);
    bytes.push(...own);
    at += character.length;
    if (own.length === 0) parts.push({ bytes: [], begins: new Map() });
  }
  const { bytes, begins } = parts[parts.length - 1];
  begins.set(bytes.length, at);
  return parts;
}

/** The length of the character of UTF-8 that a byte begins; 0 where none does. */
function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

interface Span {
  readonly to: number;
  readonly read: number;
  readonly text: string;
}

/** The longest span from a place that is UTF-8 with bytes of it lost, and ends with a character of the line. */
function spanAt({ bytes, begins }: Part, from: number): Span | undefined {
  let span: Span | undefined;
  let text = '';
  let read = 0;
  let lost = 0;
  let at = from;
  const end = () => {
    if (begins.has(at) && read > 1 && lost <= mostLost(read)) span = { to: at, read, text };
  };
  while (at < bytes.length && lost <= mostLost(read) + 1) {
    const length = lengthOf(bytes[at]);
    let next = at + 1;
    while (next < at + length && isRest(bytes[next])) next++;
    if (length > 0 && next === at + length) {
      // a character of two bytes may be one of the line
      if (length === 2 && (at === from || (begins.has(at) && !LATIN.includes(bytes[at])))) break;
      const character = utf8.decode(Uint8Array.from(bytes.slice(at, next)));
      if (character.includes('\ufffd')) break;
      text += character;
      at = next;
      if (length > 2) read++;
      if (length !== 2) end();
      continue;
    }
    const sign = length > 0 ? next : at;
    const isLost = bytes[sign] === LOST || (bytes[sign] === QUESTION && (sign > at || isRest(bytes[sign + 1])));
    // what was lost before it is none of it
    if (!isLost || (sign === from && !isRest(bytes[sign + 1]))) break;
    if (!text.endsWith('\ufffd')) text += '\ufffd';
    lost++;
    at = sign + 1;
    if (length > 2) end();
    while (isRest(bytes[at])) at++;
  }
  return span;
}

/** The stretches of a line that were UTF-8 and read two bytes to a character; a place of which a byte was lost is U+FFFD. */
export function wideRunsOf(line: string, table: Encoding): Run[] {
  const runs: Run[] = [];
  for (const found of line.matchAll(STRETCH)) {
    if (![...found[0]].some((character) => BEGINNINGS[table].has(character.charCodeAt(0)))) continue;
    for (const part of partsOf(found[0], found.index, table)) {
      let behind = 0;
      for (const [at, from] of part.begins) {
        const span = at < behind ? undefined : spanAt(part, at);
        const to = span && part.begins.get(span.to);
        if (!span || to === undefined) continue;
        behind = span.to;
        if (hasBeginning(line, from, to, table)) runs.push({ from, to, text: span.text, strong: span.read >= STRONG });
      }
    }
  }
  return runs;
}

function hasBeginning(line: string, from: number, to: number, table: Encoding): boolean {
  for (let at = from; at < to; at++) if (BEGINNINGS[table].has(line.charCodeAt(at))) return true;
  return false;
}

/** Characters that a misreading begins with, and that no run of the line explains. */
export function wideOthersOf(line: string, table: Encoding, runs: readonly Run[]): number {
  let others = 0;
  let next = 0;
  for (let at = 0; at < line.length; at++) {
    if (next < runs.length && at === runs[next].from) at = runs[next++].to - 1;
    else if (BEGINNINGS[table].has(line.charCodeAt(at))) others++;
  }
  return others;
}
