import { describe, expect, test } from 'vitest';
import { asSet } from '../../../../../renderer/rooms/library/texts/as-set.ts';
import { nameFor } from '../../../../../renderer/rooms/library/texts/pasted.ts';

describe('a pasted text is called after its first line', () => {
  test.each([
    ['\n\n  Walden \n\nEconomy', 'Walden'],
    ['', ''],
    [
      'When I wrote the following pages, or rather the bulk of them, I lived alone',
      'When I wrote the following pages, or rather the…',
    ],
    ['我在年青时候也曾经做过许多梦，后来大半忘却了', '我在年青时候也曾经做过许多梦，后来大半忘却了'],
  ])('%j', (text, name) => expect(nameFor(text)).toBe(name));
});

test('bare symbols are set as in a book', () => {
  expect(asSet('long ago , the mice met . some said this')).toBe('Long ago, the mice met. Some said this');
});
