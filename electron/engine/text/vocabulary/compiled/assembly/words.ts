import { allocate, numberBy, numberOf, SHORT } from './table';
import * as is from './units';

export { allocate, numberOf, numberSpans, placesOfSymbols, size, unitsOfSymbols } from './table';
export { firstUntold } from './units';

/** As in tokenizers/, here in bytes. */
const LONGEST_SYMBOL: usize = 2 * 100;
const LONGEST_BLANK: usize = 2 * 16;
const LONGEST_REPEAT: usize = 2 * 16;
/** Dots in a row, the marks on the last of them, and what a joiner adds to these. */
const LONGEST_SIGN: usize = LONGEST_REPEAT + LONGEST_SYMBOL + 2;
const NESTED_QUOTES: usize = 2 * 8;

const BLANK_UNIT: u32 = 0x20;
const JOINER: u32 = 0x200d;
const BEFORE: u32 = 1;
const AFTER: u32 = 2;
/** Beside what a sign asks for: it is in its spaced form. */
const SPACED: u32 = 4;

/** What the symbol before leaves: whether it asks for a space behind it, and whether it is nothing that a quote could close. */
let asks: bool = false;
let opens: bool = true;
/** where a sign is written in its spaced form */
const spaced: usize = allocate(LONGEST_SIGN + 2);

function isApostrophe(unit: u32): bool {
  return unit === 0x27 || unit === 0x2019;
}

function isPoint(unit: u32): bool {
  return unit === 0x2c || unit === 0x2e;
}

function blankEnd(from: usize): usize {
  const unit = is.unitAt(from);
  const most = from + LONGEST_BLANK;
  let at = from + 2;
  while (at < most && is.unitAt(at) === unit) at += 2;
  return at;
}

function signEnd(from: usize, end: usize): usize {
  const unit = is.unitAt(from);
  let at = from;
  if (unit === 0x2d || unit === 0x2e) while (at + 2 < from + LONGEST_REPEAT && is.unitAt(at + 2) === unit) at += 2;
  const most = min(end, at + LONGEST_SYMBOL);
  at += 2;
  while (at < most && is.classOf(is.unitAt(at)) === is.EXTENDS) {
    const joins = is.unitAt(at) === JOINER;
    at += 2;
    if (joins && at < end && is.classOf(is.unitAt(at)) === is.OTHER) at += 2;
  }
  return at;
}

/** Whether the sign or word at `at` asks for a space before it. */
function asksBefore(at: usize, apart: bool): bool {
  const kind = is.classOf(is.unitAt(at));
  if (kind !== is.OTHER) return is.isWord(kind);
  const sign = is.signOf(is.unitAt(at));
  if (!(sign & is.IS_QUOTE)) return sign & is.HAS_SPACED ? apart : (sign & BEFORE) !== 0;
  let inside = at;
  while (inside < at + NESTED_QUOTES && is.signOf(is.unitAt(inside)) & is.IS_QUOTE) inside += 2;
  const said = is.unitAt(inside);
  const saidKind = is.classOf(said);
  return is.isWord(saidKind) || (saidKind === is.OTHER && (is.signOf(said) & is.BARE) !== AFTER);
}

/** How many of its sides two bits name. */
function faults(sides: u32): u32 {
  return (sides & 1) + (sides >> 1);
}

/** What the sign between two places asks for, in the form that differs less from the rule, with SPACED if it is that one. */
function formOf(from: usize, end: usize, apart: bool): u32 {
  const sign = is.signOf(is.unitAt(from));
  const bare = sign & is.BARE;
  if (!(sign & is.HAS_SPACED)) return bare;
  const spacedSides = (sign >> is.SPACED_AT) & is.BARE;
  const nextApart = is.unitAt(end) === BLANK_UNIT && !is.isBlank(is.classOf(is.unitAt(end + 2)));
  const next = asksBefore(nextApart ? end + 2 : end, nextApart);
  const open = (asks ? BEFORE : 0) | (next ? AFTER : 0);
  const stands = (apart ? BEFORE : 0) | (nextApart ? AFTER : 0);
  const more = faults((bare & open) ^ stands);
  const less = faults((spacedSides & open) ^ stands);
  return less < more || (less === more && opens && sign & is.IS_QUOTE) ? spacedSides | SPACED : bare;
}

/** Number of a sign in its spaced form, the space before it not being there. */
function spacedNumber(from: usize, end: usize): u32 {
  store<u16>(spaced, <u16>BLANK_UNIT);
  memory.copy(spaced + 2, from, end - from);
  return numberOf(spaced, spaced + 2 + (end - from));
}

/** How many letters of ASCII stand at the beginning of eight units. */
function lettersIn(units: v128): u32 {
  const small = i16x8.sub(v128.or(units, i16x8.splat(0x20)), i16x8.splat(0x61));
  return ctz<u32>(~i16x8.bitmask(i16x8.lt_u(small, i16x8.splat(26))));
}

/** As `wordEnd` of symbol-ends.ts. */
function wordEnd(from: usize, end: usize): usize {
  const most = min(end, from + LONGEST_SYMBOL);
  let previous = is.OTHER;
  let at = from;
  for (; at < most; at += 2) {
    const unit = is.unitAt(at);
    const kind = is.classOf(unit);
    if (kind - is.LETTER <= is.DIGIT - is.LETTER) previous = kind;
    else if (kind !== is.EXTENDS) {
      const inner = previous === is.LETTER ? isApostrophe(unit) : previous === is.DIGIT && isPoint(unit);
      if (!inner || is.classOf(is.unitAt(at + 2)) !== previous) break;
    }
  }
  return at;
}

/**
 * Cuts whole lines as `words` does, and numbers their symbols.
 * @param from address of their first unit, as `end` of what is behind their last line end; no dictionary may be needed in between
 * @param to where the numbers go, four bytes each, at most two for each unit
 * @returns address behind the last number
 */
export function cutLines(from: usize, end: usize, to: usize): usize {
  asks = false;
  opens = true;
  for (let at = from; at < end; to += 4) {
    const apart = is.unitAt(at) === BLANK_UNIT;
    const start = apart ? at + 2 : at;
    const units = v128.load(start);
    const letters = lettersIn(units);
    const kind = is.classOf(is.unitAt(start));
    if (is.isWord(kind)) {
      if (asks !== apart) {
        store<u32>(to, numberOf(at, start));
        to += 4;
      }
      at = start + (letters << 1);
      const next = is.unitAt(at);
      if (letters - 1 < SHORT && !is.isWord(is.classOf(next)) && !isApostrophe(next)) {
        const bytes = <u64>i64x2.extract_lane(i8x16.narrow_i16x8_u(units, units), 0);
        const bit = (<u64>1) << (letters << 3);
        store<u32>(to, numberBy((bytes & (bit - 1)) | bit, start, at));
      } else {
        at = wordEnd(start, end);
        store<u32>(to, numberOf(start, at));
      }
      asks = true;
      opens = false;
    } else if (apart && is.isBlank(kind)) {
      const last = blankEnd(at);
      store<u32>(to, numberOf(at, last));
      asks = false;
      opens = true;
      at = last;
    } else {
      const isSign = kind === is.OTHER;
      const last = isSign ? signEnd(start, end) : kind === is.BLANK ? blankEnd(start) : start + 2;
      if (apart && !asks) opens = true;
      const sides = isSign ? formOf(start, last, apart) : 0;
      if ((asks && (sides & BEFORE) !== 0) !== apart) {
        store<u32>(to, numberOf(at, start));
        to += 4;
      }
      if (!(sides & SPACED)) store<u32>(to, numberOf(start, last));
      else store<u32>(to, apart ? numberOf(at, last) : spacedNumber(start, last));
      asks = (sides & AFTER) !== 0;
      opens = is.isBlank(kind) || (sides & ~SPACED) === BEFORE;
      at = last;
    }
  }
  return to;
}
