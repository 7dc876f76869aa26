import fc from 'fast-check';

const TRICKY =
  "ab Aé中文老鼠猫の猫ねずみカタカナーไทยประเทศ\u3099\u0301\u200d\ufe0f👨👩🏽🇨🇳🇩❤️\n\t\r  .,'’0123-Σσ가나각\u1100\u1161\u11a8ខ្មែរ_𠮷𝒜\u3000。，「\ufeff";

const HALVES = { first: 0xd800, count: 0x800 };
/** Any character of Unicode: fast-check's own `binary`, which keeps a table of them all, a second of processor time. */
export const anyCharacter = fc.nat(0x10ffff - HALVES.count).map(
  (at) => String.fromCodePoint(at < HALVES.first ? at : at + HALVES.count),
  (character) => {
    const code = String(character).codePointAt(0) ?? NaN;
    const isHalf = code >= HALVES.first && code < HALVES.first + HALVES.count;
    if (isHalf || character !== String.fromCodePoint(code)) throw new Error('This is no character.');
    return code < HALVES.first ? code : code - HALVES.count;
  },
);

const stretch = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...TRICKY, '\r\n'), maxLength: 60 }),
  // any UTF-16 units, lone surrogates among them
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
);

/** Texts over all of Unicode: scripts mixed, emoji, marks, halves of characters, long runs without a space. */
export const anyText = fc.oneof(
  stretch,
  fc.array(stretch, { maxLength: 100 }).map((stretches) => stretches.join('')),
  fc
    .tuple(
      stretch,
      fc.constantFrom('中文', 'a', 'ไทย', ' ', '👩‍👩', 'ア', '\u0301', 'e\u0301', '\n'),
      fc.integer({ min: 1, max: 2_000 }),
      stretch,
    )
    .map(([before, unit, times, behind]) => before + unit.repeat(times) + behind),
);
