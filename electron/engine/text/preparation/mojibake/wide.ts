import iconv from 'iconv-lite';
import type { Encoding } from '../../encodings/encodings.ts';
import type { Run } from './run.ts';

/** Tables of two bytes to a character as which UTF-8 is taken, with their names in iconv-lite. */
const NAMES: Readonly<Record<Encoding, string>> = { gb18030: 'gbk', shift_jis: 'shift_jis' };
export const WIDE: readonly Encoding[] = Object.keys(NAMES);

const pairs = (leads: readonly number[], rests: readonly number[], table: Encoding): number[] =>
  leads.flatMap((lead) =>
    rests.map((rest) => iconv.decode(Buffer.from([lead, rest]), NAMES[table])).filter((text) => /^[\u2e80-\uffef]$/.test(text) && text !== '\ufffd').map((text) => text.charCodeAt(0)),
  ); // prettier-ignore
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

/** A stretch of characters beyond ASCII, with the sign that stands for half of one at its end. */
const STRETCH = /[^\0-\x7f]+\??/g;
/** So many characters, one behind the other, chance does not make. */
const STRONG = 4;
/** Of characters that are read, so many may be lost. */
const MOST_LOST = 0.34;
const LOST = 0xff;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const bytesOf = (text: string, table: Encoding): Buffer =>
  Buffer.concat(
    text.split(/[\ufffd?]/).flatMap((part, at) => [...(at > 0 ? [Buffer.of(LOST)] : []), iconv.encode(part, NAMES[table])]), // prettier-ignore
  );

/** What a stretch was in UTF-8; undefined where it was not. */
function readAs(stretch: string, table: Encoding): { text: string; read: number } | undefined {
  const text = utf8.decode(bytesOf(stretch, table)).replace(/\ufffd+/g, '\ufffd');
  const lost = text.split('\ufffd').length - 1;
  const read = text.match(/[\u0800-\ufffc]|[^\0-\uffff]/gu)?.length ?? 0;
  return read > 1 && lost <= Math.max(1, MOST_LOST * read) ? { text, read } : undefined;
}

/** The stretches of a line that were UTF-8 and read two bytes to a character; a place of which a byte was lost is U+FFFD. */
export function wideRunsOf(line: string, table: Encoding): Run[] {
  const runs: Run[] = [];
  for (const found of line.matchAll(STRETCH)) {
    const isTorn = found[0].endsWith('?');
    const stretch = isTorn ? found[0].slice(0, -1) : found[0];
    if (![...stretch].some((character) => BEGINNINGS[table].has(character.charCodeAt(0)))) continue;
    const whole = readAs(stretch, table);
    const read = isTorn && whole?.text.endsWith('\ufffd') ? readAs(found[0], table) : whole;
    if (!read) continue;
    const length = read === whole ? stretch.length : found[0].length;
    runs.push({ from: found.index, to: found.index + length, text: read.text, strong: read.read >= STRONG });
  }
  return runs;
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
