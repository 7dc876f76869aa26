import { beforeAll, describe, expect, test } from 'vitest';
import { samplingSchema, type Sampling, type StorySymbol } from '../../../electron/contract/story.ts';
import type { LoadedModel } from '../../../electron/engine/formats/index.ts';
import { createKernels, type Kernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { FABLE, smallModel } from '../formats/small-model.ts';
import { taughtModel, tellerOf } from './taught.ts';

let kernels: Kernels;
let windows: LoadedModel;
let sequence: LoadedModel;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
  windows = taughtModel(kernels, { windowLength: 3 });
  sequence = taughtModel(kernels, { context: 'sequence', sequenceLength: 22, batchSize: 1 });
});

const sampling = (values: Partial<Sampling>) => samplingSchema.parse(values);
const greedy = (length: number) => sampling({ greedy: true, length });
const texts = (symbols: readonly StorySymbol[]) => symbols.map(({ text }) => text);
const words = FABLE.split(' ');
const after = (prompt: string) => words.slice(words.indexOf(prompt) + 1);

describe('a model that knows the fable', () => {
  test.each([
    ['window', 'had a general'],
    ['sequence', 'long ago , the mice had a general'],
  ])('%s: tells it on from “%s”, 32 words', async (context, prompt) => {
    const told = await tellerOf(context === 'window' ? windows : sequence).tell(prompt, greedy(32));
    expect(texts(told.symbols)).toEqual(after('general').slice(0, 32));
    expect(told.text).toBe(`${prompt} ${texts(told.symbols).join(' ')}`);
    expect(told.ended).toBe('length');
    expect(told.symbolsPerSecond).toBeGreaterThan(0);
  });

  test.each(['mouse mouse mouse', 'mouse', 'some said this , and some said that ;'])(
    'tells “%s” on',
    async (prompt) => {
      for (const model of [windows, sequence]) {
        const told = await tellerOf(model).tell(prompt, greedy(10));
        expect(told.symbols).toHaveLength(10);
        expect(told.text.startsWith(`${prompt} ${told.symbols[0].text}`)).toBe(true);
      }
    },
  );

  test('a window model sees its last symbols only, a sequence model all of them', async () => {
    const first = async (model: LoadedModel, prompt: string) =>
      (await tellerOf(model).tell(prompt, greedy(1))).symbols[0].probability;
    expect(await first(windows, 'cat cat had a general')).toBe(await first(windows, 'had a general'));
    expect(await first(sequence, 'cat cat had a general')).not.toBe(await first(sequence, 'had a general'));
  });

  test('a prompt longer than what is read at once gives the same state', async () => {
    const long = Array.from({ length: 700 }, (_, at) => words[at % words.length]).join(' ');
    const told = await tellerOf(sequence).tell(long, greedy(1));
    const ids = Int32Array.from(long.split(' '), (word) => sequence.vocabulary.id(word)!);
    const { logits } = sequence.model.predict(ids, 700, 1, null);
    const greatest = Math.max(...logits);
    const expected = 1 / logits.reduce((sum, logit) => sum + Math.exp(logit - greatest), 0);
    expect(told.symbols[0].probability).toBeCloseTo(expected, 4);
  });
});

test('a story that finishes its sentence takes the closing quotation mark along, and nothing behind it', async () => {
  const text = '孔乙己低声说道，“不要取笑！”大家都哄笑起来。他又问，“后来呢？”便慢慢走去了。';
  const spoken = taughtModel(kernels, { windowLength: 4, tokenizer: 'characters' }, { text });
  const tell = (length: number) =>
    tellerOf(spoken).tell('孔乙己低', sampling({ greedy: true, length, finishSentence: true }));
  for (const length of [8, 11])
    expect(await tell(length)).toMatchObject({ text: '孔乙己低声说道，“不要取笑！”', ended: 'sentence' });
  expect((await tell(12)).text).toBe('孔乙己低声说道，“不要取笑！”大家都哄笑起来。');
});

test.each(['characters', 'words', 'whitespace', 'subwords'] as const)(
  'so it does where the text is cut into %s, and told on from any symbol it ends there too',
  async (tokenizer) => {
    const prompt = 'At last she said';
    const written = `${prompt} , “ Sit ! ” It rained for long .`;
    const text = tokenizer === 'whitespace' ? written : written.replaceAll(/(?<=“) | (?=[,!”.])/g, '');
    const whole = text.slice(0, text.indexOf(' It'));
    const spoken = taughtModel(kernels, { windowLength: 4, tokenizer }, { text });
    const [behind, told] = [prompt, whole].map((each) => spoken.tokenizer.encode(each).length);
    const asked = sampling({ greedy: true, length: told - behind - 2, finishSentence: true });
    const first = await tellerOf(spoken).tell(prompt, asked);
    expect(first).toMatchObject({ text: whole, ended: 'sentence' });
    for (const kept of first.symbols.keys()) {
      const continuation = texts(first.symbols).slice(0, kept + 1);
      expect((await tellerOf(spoken).tell(prompt, asked, { continuation })).text).toBe(whole);
    }
  },
);

test('a model that closes its sentence for ever does not tell for ever', async () => {
  const text = '他说，“不要取笑！””””””””””””””””””””””””';
  const spoken = taughtModel(kernels, { windowLength: 2, tokenizer: 'characters' }, { text });
  const told = await tellerOf(spoken).tell('他说', sampling({ greedy: true, length: 4, finishSentence: true }));
  expect(told.text).toBe('他说，“不要取笑！”””');
});

describe('a story by chance', () => {
  const free = sampling({ temperature: 1.5, topP: 1, seed: 5, length: 30 });

  test('is told again by its seed, another by another', async () => {
    const teller = tellerOf(windows);
    const [first, again, other] = [
      await teller.tell('the cat .', free),
      await teller.tell('the cat .', free),
      await teller.tell('the cat .', { ...free, seed: 6 }),
    ];
    expect(again.symbols).toEqual(first.symbols);
    expect(other.text).not.toBe(first.text);
  });

  test('golden: these words, as long as nobody changes model start, sampling or chance', async () => {
    const small = smallModel(kernels, { units: 12 });
    const told = await tellerOf(small).tell('the cat .', { ...free, length: 12 });
    small.model.dispose();
    expect(told.text).toMatchInlineSnapshot(`"the cat . but council measures . some he he a long he enemy to"`);
  });

  test.each(['window', 'sequence'])(
    '%s: goes on from any of its symbols as if it had never stopped',
    async (context) => {
      const teller = tellerOf(context === 'window' ? windows : sequence);
      const whole = await teller.tell('the cat .', free);
      const streamed: StorySymbol[] = [];
      const continuation = texts(whole.symbols).slice(0, 12);
      const again = await teller.tell('the cat .', free, { continuation, onSymbol: (symbol) => streamed.push(symbol) });
      expect(texts(again.symbols)).toEqual(texts(whole.symbols));
      expect(again.symbols[5].probability).toBeCloseTo(whole.symbols[5].probability, 5);
      expect(streamed).toEqual(again.symbols.slice(12));
    },
  );

  test('is re-told from a runner-up', async () => {
    const teller = tellerOf(sequence);
    const whole = await teller.tell('the cat .', free);
    const chosen = whole.symbols[4].runnersUp[2].text;
    const retold = await teller.tell('the cat .', free, {
      continuation: [...texts(whole.symbols).slice(0, 4), chosen],
    });
    expect(texts(retold.symbols).slice(0, 5)).toEqual([...texts(whole.symbols).slice(0, 4), chosen]);
    expect(retold.symbols[4].probability).toBeCloseTo(whole.symbols[4].runnersUp[2].probability, 5);
    expect(retold.symbols).toHaveLength(30);
  });

  test('never says <unk>, however likely it is', async () => {
    const rare = taughtModel(kernels, { minimumCount: 2 }, { passes: 30 });
    expect(rare.vocabulary.unknownId).toBeDefined();
    const teller = tellerOf(rare);
    for (const values of [greedy(100), { ...free, length: 100 }]) {
      const told = await teller.tell('the', values);
      expect(texts(told.symbols)).not.toContain('<unk>');
      expect(told.symbols.flatMap(({ runnersUp }) => runnersUp.map(({ text }) => text))).not.toContain('<unk>');
    }
    const refused = teller.tell('the <unk>', { ...greedy(1), unknown: 'refuse' });
    await expect(refused).rejects.toMatchObject({ code: 'unknown-word' });
    rare.model.dispose();
  });

  test('says what the model itself expected: probabilities that sum to at most one', async () => {
    const { symbols } = await tellerOf(windows).tell('the cat .', free);
    for (const { text, probability, runnersUp } of symbols) {
      expect(probability).toBeGreaterThan(0);
      expect(probability + runnersUp.reduce((sum, other) => sum + other.probability, 0)).toBeLessThan(1 + 1e-6);
      expect(runnersUp).toHaveLength(5);
      expect(runnersUp.map((other) => other.text)).not.toContain(text);
    }
  });
});

describe('an end', () => {
  test('comes with the sentence on wish, at most twice as far', async () => {
    const teller = tellerOf(windows);
    const told = await teller.tell('had a general', { ...greedy(12), finishSentence: true });
    expect(told.ended).toBe('sentence');
    expect(told.symbols.at(-1)?.text).toBe('.');
    expect(told.symbols.length).toBeGreaterThan(12);
    const never = await teller.tell('had a general', { ...greedy(4), finishSentence: true });
    expect([never.ended, never.symbols.length]).toEqual(['length', 8]);
  });

  test('comes between two symbols when it is cancelled, and what was told is kept', async () => {
    const abort = new AbortController();
    let told = 0;
    const telling = await tellerOf(sequence).tell('the cat', greedy(100_000), {
      onSymbol: () => ++told === 5 && abort.abort(),
      signal: abort.signal,
    });
    expect([telling.ended, telling.symbols.length, told]).toEqual(['cancelled', 5, 5]);
    const none = await tellerOf(windows).tell('the cat', greedy(5), { signal: AbortSignal.abort() });
    expect([none.ended, none.text]).toEqual(['cancelled', 'the cat']);
  });

  test('leaves the event loop free between symbols', async () => {
    let turns = 0;
    const turn = () => void (turns++, (next = setImmediate(turn)));
    let next = setImmediate(turn);
    await tellerOf(sequence).tell('the cat', greedy(100));
    clearImmediate(next);
    expect(turns).toBeGreaterThan(90);
  });

  test('leaves no tensor behind: after 100 symbols, a cancel, an error', async () => {
    for (const model of [windows, sequence]) {
      const before = kernels.liveTensors;
      const teller = tellerOf(model);
      await teller.tell('had a general', greedy(100));
      await teller.tell('had a general', greedy(9), { signal: AbortSignal.abort() });
      const failing = teller.tell('the cat', greedy(9), {
        onSymbol: () => {
          throw new Error('page gone');
        },
      });
      await expect(failing).rejects.toThrow('page gone');
      expect(kernels.liveTensors).toBe(before);
    }
  });
});

test.each(['window', 'sequence'] as const)(
  'a %s model whose numbers have grown beyond all bounds ends in words',
  async (context) => {
    const small = smallModel(kernels, { context });
    for (const parameter of small.model.parameters) parameter.assign(parameter.values().fill(3.4e38));
    for (const choice of [greedy(3), sampling({ length: 3 })])
      await expect(tellerOf(small).tell('the mice', choice)).rejects.toMatchObject({ code: 'prediction-not-finite' });
    small.model.dispose();
  },
);

test('a story of symbols as long as a book ends before it fills the memory', async () => {
  const long = (letter: string) => letter.repeat(4_000_000);
  const small = smallModel(kernels, {}, ['a', 'b', 'c', 'd'].map(long).join(' '));
  const told = await tellerOf(small).tell(long('a'), greedy(1000));
  expect(told.ended).toBe('length');
  expect(told.symbols.length).toBeLessThan(5);
  small.model.dispose();
});
