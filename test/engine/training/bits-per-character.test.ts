import { expect, test } from 'vitest';
import { partsForTraining } from '../../../electron/engine/data/index.ts';
import { readCorpus } from '../../../electron/engine/text/corpus.ts';
import { createTokenizer } from '../../../electron/engine/text/tokenizers/tokenizers.ts';
import { tiny, trainTiny } from './fixture.ts';

const FABLE = { path: 'resources/corpora/belling-the-cat.txt' };
const HELD_OUT = { steps: 16, validationFraction: 0.3, evaluateEvery: 8, reportEvery: 8 };

test('of characters kept aside it is their loss in bits, the best one’s too', async () => {
  const h = tiny({ ...HELD_OUT, context: 'sequence', sequenceLength: 4, batchSize: 3 });
  const { reports, best } = await trainTiny(h);
  const validated = reports.filter(({ validationLoss }) => validationLoss !== undefined);
  expect(validated.length).toBeGreaterThan(0);
  for (const report of validated) expect(report.validationBitsPerCharacter).toBe(report.validationLoss! / Math.LN2);
  expect(best!.validationBitsPerCharacter).toBe(best!.validationLoss / Math.LN2);
});

test.each([
  ['window', 3],
  ['sequence', 1],
] as const)(
  '%s: of words kept aside it counts letters of unknown ones, and the text as it stands',
  async (context, before) => {
    const h = tiny({ ...HELD_OUT, tokenizer: 'words', context, sequenceLength: 40, batchSize: 2 });
    const text = await readCorpus(FABLE, { tokenizer: 'words', minimumCount: 2 });
    const { last } = await trainTiny(h, text);
    const whole = await readCorpus(FABLE, { tokenizer: 'words' });
    const symbols = Array.from(whole.ids, (id) => whole.vocabulary.symbol(id));
    const from = partsForTraining(text.ids, h).validation[0].start + before;
    const targets = symbols.slice(from);
    const characters = [...createTokenizer('words').join(targets, symbols[from - 1])].length;
    const unknown = targets.filter((symbol) => text.vocabulary.id(symbol) === undefined);
    expect(unknown.length).toBeGreaterThan(5);
    const letters = unknown.reduce((sum, symbol) => sum + text.vocabulary.spellingBits(symbol)!, 0);
    const bits = (last!.validationLoss! / Math.LN2) * targets.length + letters;
    expect(last!.validationBitsPerCharacter).toBeCloseTo(bits / characters, 9);
  },
);
