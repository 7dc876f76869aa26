import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../../../electron/contract/run.ts';
import { contextText, storyText, symbolText } from '../../../../../electron/contract/shown-symbols.ts';
import { firstPredictions, shownAt } from '../../../../../renderer/rooms/workshop/predictions/samples.ts';

const sample = (step: number, story: string): Sample => ({
  step,
  prompt: 'once',
  story,
  predictions: [{ context: ['a'], predicted: `${step}`, expected: 'b', probability: 0.5 }],
});
const samples = [sample(10, ''), sample(100, ' one'), sample(150, ''), sample(200, ' two'), sample(250, '')];

describe('the slider through reports', () => {
  const steps = (position: number | undefined) => {
    const { step, story, predicted, following } = shownAt(samples, position);
    return [step, story?.step, predicted?.step, following];
  };

  test('follows the newest report, with the newest story and the newest predictions', () => {
    expect(steps(undefined)).toEqual([250, 200, 250, true]);
  });

  test('gone back, it shows predictions of that step and the story told last by then', () => {
    expect(steps(150)).toEqual([150, 100, 150, false]);
    expect(steps(200)).toEqual([200, 200, 200, false]);
  });

  test('stays within the reports after the run went back to a checkpoint', () => {
    const { at, step } = shownAt(samples.slice(0, 3), 250);
    expect([at, step]).toEqual([2, 150]);
  });

  test('before the first story there are predictions already, before the first report nothing', () => {
    const shown = shownAt(samples, 10);
    expect([shown.story, shown.predicted?.step, shown.following]).toEqual([undefined, 10, false]);
    expect(shownAt([], undefined)).toMatchObject({ at: 0, step: undefined, following: true });
  });
});

describe('symbols in sight', () => {
  test('blanks and line ends have signs', () => {
    expect([' the', '\n', ' ', '。'].map(symbolText)).toEqual(['the', '↵', '␣', '。']);
  });

  test('contexts and stories are joined as their tokenizer cuts', () => {
    expect(contextText([' said', ':', '\n', 'Now'], 'words')).toBe('said: ↵ Now');
    expect(contextText(['had', 'a', 'general'], 'whitespace')).toBe('had a general');
  });

  test('an unknown word stands apart from its neighbours, as it did in the text', () => {
    const royal = ['Her', ' royal', ' stock', '<unk>', 'with', ' God', "'s", '<unk>', ',', '<unk>', '<unk>', '.'];
    expect(contextText(royal, 'words')).toBe("Her royal stock <unk> with God's <unk>, <unk> <unk>.");
    expect(contextText(['“', '<unk>', '”', '\n', '<unk>', '!'], 'words')).toBe('“<unk>” ↵ <unk>!');
    expect(contextText(['他', '<unk>', '了', '，', '<unk>'], 'words')).toBe('他<unk>了，<unk>');
    expect(contextText(['a', '<unk>', 'b'], 'characters')).toBe('a<unk>b');
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
