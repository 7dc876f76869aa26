import { expect, test } from 'vitest';
import { formatChance } from '../../../../../renderer/rooms/story/text/chance.ts';

test('a probability is said with the digits that tell something', () => {
  expect(formatChance('en', 0.384)).toBe('38\u202f%');
  expect(formatChance('en', 0.042)).toBe('4.2\u202f%');
  expect(formatChance('zh', 0.00001)).toBe('<0.1%');
});
