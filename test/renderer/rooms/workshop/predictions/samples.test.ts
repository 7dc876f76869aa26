import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../../../electron/contract/run.ts';
import {
  contextText,
  firstPredictions,
  shownAt,
  storyText,
  symbolText,
} from '../../../../../renderer/rooms/workshop/predictions/samples.ts';

const sample = (step: number, story: string): Sample => ({
  step,
  prompt: 'once',
  story,
  predictions: [{ context: ['a'], predicted: `${step}`, expected: 'b', probability: 0.5 }],
});
const samples = [sample(10, ''), sample(100, ' one'), sample(150, ''), sample(200, ' two'), sample(250, '')];

describe('the slider through stories', () => {
  test('follows the newest story, with the newest predictions', () => {
    const shown = shownAt(samples, undefined);
    expect([shown.story?.step, shown.predicted?.step, shown.following]).toEqual([200, 250, true]);
  });

  test('gone back, it shows story and predictions of that step', () => {
    const shown = shownAt(samples, 0);
    expect([shown.story?.step, shown.predicted?.step, shown.following]).toEqual([100, 100, false]);
  });

  test('stays within the stories after the run went back to a checkpoint', () => {
    expect(shownAt(samples.slice(0, 3), 1).story?.step).toBe(100);
  });

  test('before the first story there are predictions already', () => {
    const shown = shownAt(samples.slice(0, 1), undefined);
    expect([shown.story, shown.predicted?.step]).toEqual([undefined, 10]);
  });
});

describe('symbols in sight', () => {
  test('blanks and line ends have signs', () => {
    expect([' the', '\n', ' ', '。'].map(symbolText)).toEqual(['the', '↵', '␣', '。']);
  });

  test('contexts and stories are joined as their tokenizer cuts', () => {
    expect(contextText([' said', ':', '\n', 'Now'], 'words')).toBe('said: ↵ Now');
    expect(contextText(['had', 'a', 'general'], 'whitespace')).toBe('had a general');
    expect(storyText(sample(1, 'told'), 'whitespace')).toEqual({ prompt: 'once', story: ' told' });
    expect(storyText(sample(1, '。'), 'characters').story).toBe('。');
  });

  test('the first contexts of a text end on the word they predict', () => {
    const [first] = firstPredictions('long ago , the mice had a general council', 'whitespace', 3, 2);
    expect(first).toMatchObject({ context: ['long', 'ago', ','], expected: 'the' });
    expect(firstPredictions('守株待兔', 'characters', 2, 1)[0]).toMatchObject({
      context: ['守', '株'],
      expected: '待',
    });
    expect(firstPredictions('one', 'words', 3, 5)).toEqual([]);
  });
});
