import { describe, expect, test } from 'vitest';
import { Vocabulary } from '../../../electron/engine/text/vocabulary/vocabulary.ts';
import { UnknownSymbols } from '../../../electron/engine/text/vocabulary/unknown-symbols.ts';
import { chain, letters, tiny, trainTiny } from './fixture.ts';

describe('what a training shows', () => {
  test('predictions are of the last lanes of the batch that the step learns from, before it does', async () => {
    const ids = chain(300);
    const h = tiny({ order: 'article', stride: 4, batchSize: 1, steps: 40, reportEvery: 10, learningRate: 0.02 });
    const { samples, reports } = await trainTiny(h, { ids });
    expect(samples.map(({ step }) => step)).toEqual([10, 20, 30, 40]);
    expect(reports.map(({ step }) => step)).toEqual([10, 20, 30, 40]);
    const text = Array.from(ids, (id) => letters().symbol(id)).join('');
    // step 40 learns from the 40th window: the walk goes on by 4 from an offset of 0 to 4
    const { context, expected } = samples[3].predictions[0];
    const offsets = [0, 1, 2, 3, 4].map((start) => start + 39 * 4);
    const windows = offsets.map((offset) => text.slice(offset, offset + 4));
    expect(windows).toContain(context.join('') + expected);
  });

  test('long contexts are shown from their end, sequences at their last symbol', async () => {
    const h = tiny({ context: 'sequence', sequenceLength: 20, batchSize: 3, steps: 2, checkpointEvery: 2 });
    const { samples } = await trainTiny(h);
    expect(samples[0].predictions).toHaveLength(3);
    for (const { context, probability } of samples[0].predictions) {
      expect(context).toHaveLength(8);
      expect(probability).toBeGreaterThan(0);
    }
    expect(samples[1].story).toHaveLength(40);
  });

  test('a story never tells what stands for the unknown, nor does its prompt', async () => {
    const symbols = [...Array.from({ length: 11 }, (_, id) => String.fromCharCode(97 + id)), '<unk>'];
    const vocabulary = new Vocabulary(
      { tokenizer: 'whitespace', lowercase: false },
      symbols,
      new Array(12).fill(1),
      true,
    );
    const ids = Uint16Array.from(chain(300), (id, k) => (k % 2 ? 11 : id));
    const h = tiny({ steps: 60, checkpointEvery: 60, learningRate: 0.05 });
    const unknown = new UnknownSymbols(
      Uint32Array.of(1, 3),
      Uint32Array.of(0, 1),
      new Map([
        [0, 'Elowen'],
        [1, 'Jory'],
      ]),
    );
    const { samples } = await trainTiny(h, { ids, vocabulary, unknown });
    const { prompt, story, predictions } = samples.at(-1)!;
    const [first, , third] = Array.from(ids, (id) => vocabulary.symbol(id));
    // the words of the text before it stand as they were written
    expect(`${prompt} `).toMatch(new RegExp(`^${first} Elowen ${third} `));
    expect(predictions.some(({ predicted }) => predicted === '<unk>')).toBe(true);
    expect(story.split(' ')).toHaveLength(40);
    expect(story).not.toContain('<unk>');
  });
});
