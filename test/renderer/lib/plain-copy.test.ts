import { expect, test } from 'vitest';
import { ownSeconds } from '../../tools/own-time.ts';
import { plainCopy } from '../../../renderer/lib/plain-copy.ts';

test('a copy is plain JSON data and shares nothing with what it was made of', () => {
  const nested = { id: 'a', sampling: new Proxy({ topK: 4 }, {}), list: ['b'], nothing: undefined, none: null };
  const copy = plainCopy(nested) as typeof nested;
  expect(copy).toStrictEqual({ id: 'a', sampling: { topK: 4 }, list: ['b'], none: null });
  expect(copy.list).not.toBe(nested.list);
  expect(() => structuredClone(copy)).not.toThrow();
  expect(plainCopy(['a', 1])).toStrictEqual(['a', 1]);
  expect(plainCopy({ value: NaN })).toStrictEqual({ value: null });
});

test('a long text is handed on at once', async () => {
  const input = new Proxy({ name: 'Mice', text: '愚公移山。'.repeat(4_000_000) }, {});
  let copy: unknown;
  expect(await ownSeconds(() => (copy = plainCopy(input)))).toBeLessThan(0.1);
  expect(copy).not.toBe(input);
  expect(() => structuredClone({ ...(copy as object), text: '' })).not.toThrow();
  expect((copy as typeof input).text).toBe(input.text);
});
