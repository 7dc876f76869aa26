import { describe, expect, test } from 'vitest';
import { samplingSchema, type StorySymbol } from '../../../../electron/contract/story.ts';
import { retellFrom, tellOn } from '../../../../renderer/rooms/story/retell.ts';

const symbols: StorySymbol[] = ['had', 'a', 'sly', 'mouse', '.'].map((text, id) => ({
  id,
  text,
  probability: 0.1,
  runnersUp: [
    { text: 'old', probability: 0.4 },
    { text: 'young', probability: 0.2 },
  ],
}));
const sampling = samplingSchema.parse({ length: 6 });

describe('telling anew from a runner-up', () => {
  test('keeps what stands before, puts the chosen one in its place and goes on behind it', () => {
    const { from, sampling: asked } = retellFrom(symbols, 2, { text: 'old', probability: 0.4 }, sampling);
    expect(from.map(({ text }) => text)).toEqual(['had', 'a', 'old']);
    expect(asked).toEqual(sampling);
  });

  test('the one replaced is among the runners-up then, in its rank', () => {
    const { from } = retellFrom(symbols, 2, { text: 'young', probability: 0.2 }, sampling);
    expect(from[2].runnersUp.map(({ text }) => text)).toEqual(['old', 'sly']);
  });

  test('near the end of the story it still tells half the length', () => {
    expect(retellFrom(symbols, 4, { text: 'old', probability: 0.4 }, sampling).sampling.length).toBe(8);
  });

  test('telling on keeps everything and tells the length once more', () => {
    const on = tellOn(symbols, sampling);
    expect(on.from).toEqual(symbols);
    expect(on.sampling.length).toBe(11);
  });
});
