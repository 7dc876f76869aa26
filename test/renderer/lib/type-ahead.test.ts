import { expect, test } from 'vitest';
import { TypeAhead } from '../../../renderer/lib/type-ahead.ts';

const NAMES = ['Ant', 'Bear', 'bee', 'Bell 2', 'Cat'];
const key = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('letters typed one after the other are a name’s beginning, after a pause they begin anew', () => {
  let now = 0;
  const letters = new TypeAhead(() => now);
  const type = (typed: string, at: number) =>
    [...typed].reduce((to, one) => letters.find(key(one), NAMES, to) ?? to, at);
  expect(type('be', 0)).toBe(1);
  expect(type('l', 1)).toBe(3);
  now += 1000;
  expect(type('c', 3)).toBe(4);
  now += 1000;
  expect(type('bell 2', 4)).toBe(3);
});

test('one letter again and again goes through all that begin with it; other keys are left alone', () => {
  const letters = new TypeAhead(() => 0);
  const places = [0, 1, 2, 3].map((at) => letters.find(key('b'), NAMES, at));
  expect(places).toEqual([1, 2, 3, 1]);
  const other = new TypeAhead(() => 0);
  for (const one of [key(' '), key('Enter'), key('?'), key('b', { ctrlKey: true })])
    expect(other.find(one, NAMES, 0)).toBeUndefined();
  expect(other.find(key('x'), NAMES, 0)).toBeUndefined();
});
