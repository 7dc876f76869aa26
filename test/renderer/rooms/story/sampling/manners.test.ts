import { expect, test } from 'vitest';
import { defaultSampling, inManner, mannerOf, nextSeed } from '../../../../../renderer/rooms/story/sampling/manners.ts';
import { LENGTH_SCALE, LINEAR } from '../../../../../renderer/rooms/story/sampling/scales.ts';

test('the manner of a sampling is recognised, and seeds go round', () => {
  expect(mannerOf(defaultSampling)).toBe('balanced');
  expect(mannerOf(inManner(defaultSampling, 'article'))).toBe('article');
  expect(mannerOf(inManner(inManner(defaultSampling, 'article'), 'free'))).toBe('free');
  expect(mannerOf({ ...defaultSampling, temperature: 0.7 })).toBe('own');
  expect(mannerOf({ ...defaultSampling, temperature: 0 })).toBe('article');
  expect(nextSeed(4_294_967_295)).toBe(0);
});

test('sliders stand for the values that they are moved to', () => {
  expect(LINEAR(0, 2).value(LINEAR(0, 2).at(0.8))).toBe(0.8);
  expect(LINEAR(0, 2).at(5)).toBe(200);
  expect(LENGTH_SCALE.value(LENGTH_SCALE.at(130))).toBe(120);
});
