/** Classes of tokenizers/character-classes.ts. */
export const OTHER: u32 = 0;
export const LETTER: u32 = 1;
export const DIGIT: u32 = 2;
export const EXTENDS: u32 = 3;
export const SPACE: u32 = 4;
export const BLANK: u32 = 5;
export const NEWLINE: u32 = 6;
export const DICTIONARY: u32 = 7;

/** A byte for each UTF-16 unit: its class, and what a sign asks for, as words-machine.ts writes them. */
const CLASSES: usize = 0;
const SIGNS: usize = 0x10000;
/** First byte behind the tables. */
export const TABLES_END: usize = 0x20000;

/** Bits of what a sign asks for: as it is, whether it has a spaced form, what that asks for, whether it is a quote. */
export const BARE: u32 = 3;
export const HAS_SPACED: u32 = 4;
export const SPACED_AT: u32 = 3;
export const IS_QUOTE: u32 = 32;

export function unitAt(at: usize): u32 {
  return load<u16>(at);
}

export function classOf(unit: u32): u32 {
  return load<u8>(CLASSES + unit);
}

export function signOf(unit: u32): u32 {
  return load<u8>(SIGNS + unit);
}

/** Letters, digits and the marks on them. */
export function isWord(kind: u32): bool {
  return kind - LETTER <= EXTENDS - LETTER;
}

/** Spaces, other blanks and line ends. */
export function isBlank(kind: u32): bool {
  return kind - SPACE <= NEWLINE - SPACE;
}

/** Address of the first unit from `from` on that only a dictionary or more than one unit can tell; `end` where there is none. */
export function firstUntold(from: usize, end: usize): usize {
  let at = from;
  while (at + 16 <= end && !v128.any_true(v128.and(v128.load(at), i16x8.splat(<i16>0xff00)))) at += 16;
  while (at < end && classOf(unitAt(at)) < DICTIONARY) {
    at += 2;
    while (at + 16 <= end && !v128.any_true(v128.and(v128.load(at), i16x8.splat(<i16>0xff00)))) at += 16;
  }
  return at;
}
