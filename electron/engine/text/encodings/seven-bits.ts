import { isAscii } from 'node:buffer';
import { likelihoodOf, pairsOf, partedPairs } from '../languages/likelihood.ts';
import { alphabets } from '../languages/alphabet.ts';
import { ideographs } from '../languages/frequent-characters.ts';
import type { Encoding } from './encodings.ts';
import { charactersBeyondAscii } from './signs.ts';
import { decodeBytes } from './text-decoder.ts';
import { CNS } from './unread.ts';

/** So much from the beginning of a text says in which table of seven bits it is written. */
export const SEVEN_BITS_HEAD = 1 << 14;

/* eslint-disable no-control-regex -- ESC and shifts are the signs */
/** What such a text holds at least one of. */
const MARKS = /[\x1b+]|~\{/;
/** Tables that are named before they are used. */
const NAMED: readonly [Encoding, RegExp][] = [
  ['iso-2022-jp', /\x1b\$[@B][\x21-\x7e]{2}/],
  ['iso-2022-kr', /\x1b\$\)C/],
  ['iso-2022-cn', /\x1b\$\)A/],
];
/** What the two behind the first need, to use the table that they named. */
const SHIFT = '\x0e';
/* eslint-enable no-control-regex */

/** Chinese between ~{ and ~}, which stand in one line. */
const HZ = /~\{((?:[!-w][!-~])+)~\}/g;
const HZ_BEGINS = /~\{/g;
/** Of beginnings, so many must have an end and pairs between. */
const MOST = 0.8;
const LEAST_CHARACTERS = 3;
/** Mean logarithm of a character above which characters are those of a language: chance takes rare ones. */
const IDEOGRAPHS = -8.6;
const LETTERS = -6;

/** What stands between + and the first sign that is no digit of base64; none is +- for the sign itself. */
const UTF_7 = /\+([A-Za-z0-9+/]*)(-?)/g;
const MOST_FAULTS = 0.02;

/** The text of one stretch of UTF-7: undefined where it is none, by its length, its last bits or what it would say. */
function stretchText(digits: string): string | undefined {
  const bits = digits.length * 6;
  if (bits < 16 || bits % 16 >= 6) return undefined;
  const bytes = Buffer.from(digits, 'base64');
  const units = Math.floor(bits / 16);
  // what is left of the last digit is nought
  if (
    Buffer.from(bytes.subarray(0, 2 * units))
      .toString('base64')
      .replace(/(?<!=)=+$/, '') !== digits
  )
    return undefined;
  const text = bytes
    .subarray(0, 2 * units)
    .swap16()
    .toString('utf16le');
  // eslint-disable-next-line no-control-regex -- controls are what no stretch holds
  return !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cn}\p{Co}\p{Cs}\ufffd]/u.test(text) ? text : undefined;
}

/** Whether what a text holds beyond ASCII is written as in some language. */
function readsWell(text: string): boolean {
  const { other } = partedPairs(pairsOf(text));
  const places = other.reduce((sum, { count }) => sum + count, 0);
  const mean = (likelihood: (before: number, code: number) => number) => likelihoodOf(other, likelihood) / places;
  return (
    places > 0 &&
    (alphabets().some(({ likelihood }) => mean(likelihood) > LETTERS) ||
      ideographs().some(({ likelihood }) => mean((_, code) => likelihood(code)) > IDEOGRAPHS))
  );
}

function isHz(text: string): boolean {
  const stretches = [...text.matchAll(HZ)];
  if (stretches.length === 0 || stretches.length < MOST * (text.match(HZ_BEGINS)?.length ?? 0)) return false;
  const read = decodeBytes(Buffer.from(stretches.map(([all]) => all).join(''), 'latin1'), 'hz-gb-2312', false);
  const chinese = ideographs().find(({ language }) => language === 'zh-Hans');
  if (!chinese || read.length < LEAST_CHARACTERS) return false;
  return [...read].reduce((sum, each) => sum + chinese.likelihood(each.charCodeAt(0)), 0) / read.length > IDEOGRAPHS;
}

function isUtf7(text: string): boolean {
  let stretches = 0;
  let faults = 0;
  let characters = 0;
  const read = text.replace(UTF_7, (all, digits: string, end: string) => {
    if (digits === '' && end === '-') return '+';
    const said = digits === '' ? undefined : stretchText(digits);
    if (said === undefined) {
      faults++;
      return all;
    }
    const beyond = charactersBeyondAscii(said);
    if (beyond > 0) stretches++;
    characters += beyond;
    return said;
  });
  if (characters < LEAST_CHARACTERS || faults > MOST_FAULTS * stretches) return false;
  return readsWell(read);
}

/**
 * The table of a text that is all ASCII to look at, and is not: ISO-2022 names its table behind ESC, HZ and UTF-7 mark
 * where something else begins. In code, mail and Markdown the same marks stand for themselves, and what is between them
 * is no language.
 */
export function sevenBitsOf(bytes: Uint8Array): Encoding | undefined {
  const looked = bytes.subarray(0, SEVEN_BITS_HEAD);
  const text = Buffer.from(looked.buffer, looked.byteOffset, looked.length).toString('latin1');
  if (!MARKS.test(text) || !isAscii(looked)) return undefined;
  const named = NAMED.find(([table, sign]) => sign.test(text) && (table === 'iso-2022-jp' || text.includes(SHIFT)));
  if (named) return CNS.test(text) ? undefined : named[0];
  if (isHz(text)) return 'hz-gb-2312';
  return isUtf7(text) ? 'utf-7' : undefined;
}
