import { expect, test } from 'vitest';
import type { TokenizerName } from '../../../../electron/contract/corpus.ts';
import { SymbolPlaces, type Places } from '../../../../electron/engine/text/statistics/symbol-places.ts';
import { createTokenizer } from '../../../../electron/engine/text/tokenizers/tokenizers.ts';

const TEXT =
  'Long ago, the mice had “a general council”.\n\nİZMİR’DE Don’t ask: 宋人有耕田者。田中有株 3.14 …\n'.repeat(40);

/** A text in pieces of seven units. */
function placesOf(name: TokenizerName, lowercase: boolean): Places {
  const places = new SymbolPlaces(createTokenizer(name, { lowercase }));
  for (let at = 0; at < TEXT.length; at += 7) places.push(TEXT.slice(at, at + 7));
  places.end();
  return places.places();
}

test.each([
  ['words', false],
  ['words', true],
  ['characters', true],
  ['whitespace', false],
] as const)('each symbol stands where it is said to be: %s, small letters %s', (name, lowercase) => {
  const tokenizer = createTokenizer(name, { lowercase });
  const symbols = tokenizer.encode(TEXT);
  const places = placesOf(name, lowercase);
  let before = 0;
  for (const [at, symbol] of symbols.entries()) {
    const { offset, characters } = places.stretch(at, 1);
    expect(offset).toBeGreaterThanOrEqual(before);
    before = offset;
    const there = TEXT.slice(offset, offset + characters);
    // a letter that becomes two small ones stands at the place of both
    if (!/İ|i|\u0307/u.test(there + symbol))
      expect(lowercase ? there.toLowerCase().trim() : there.trim()).toContain(symbol.trim());
  }
  const whole = places.stretch(0, symbols.length);
  expect(whole).toEqual({ offset: TEXT.indexOf('L'), characters: TEXT.length });
});

test('a source begins anew: no symbol reaches over its border', () => {
  const places = new SymbolPlaces(createTokenizer('words', {}));
  for (const source of ['one mou', 'se two']) {
    places.push(source);
    places.end();
  }
  expect(places.length).toBe(4);
  expect([1, 2, 3].map((at) => places.places().stretch(at, 1).offset)).toEqual([4, 7, 10]);
});
