import { expect, test } from 'vitest';
import { cutMiddle, startAndEnd } from '../../../renderer/lib/cut-middle.ts';

test('a long name keeps its end, where the number stands', () => {
  const [start, end] = startAndEnd('The Salt Road, a manuscript in three parts 12');
  expect(start + end).toBe('The Salt Road, a manuscript in three parts 12');
  expect(end).toMatch(/parts 12$/);
  expect(startAndEnd('Belling the Cat 5')).toEqual(['Belling the', ' Cat 5']);
  expect(startAndEnd('Fable 5')).toEqual(['Fable 5', '']);
  expect(startAndEnd('Tiny Shakespeare')).toEqual(['Tiny Shakespeare', '']);
});

test('wide signs count twice: the end of a Chinese name leaves room for its beginning', () => {
  const name = '甄士隐梦幻识通灵贾雨村风尘怀闺秀第12回';
  expect(startAndEnd(name)).toEqual(['甄士隐梦幻识通灵贾雨村风尘', '怀闺秀第12回']);
  expect(startAndEnd('甄士隐梦幻识通灵贾雨村风')).toEqual(['甄士隐梦幻识通灵贾雨村风', '']);
});

test('a text is cut to so many signs, its beginning and end left', () => {
  expect(cutMiddle('Belling the Cat 5', 18)).toBe('Belling the Cat 5');
  const cut = cutMiddle('The Salt Road, a manuscript 12', 15);
  expect(cut).toMatch(/^The Sal….* 12$/);
  expect(cut.length).toBeLessThanOrEqual(15);
});

test('no sign is torn', () => {
  const cats = '👩‍🚀'.repeat(30);
  const [start, end] = startAndEnd(cats);
  expect([start, end].every((part) => part.length % '👩‍🚀'.length === 0)).toBe(true);
  expect(cutMiddle(cats, 5)).toBe('👩‍🚀👩‍🚀…👩‍🚀👩‍🚀');
});
