import { describe, expect, test } from 'vitest';
import { estimateRun } from '../../electron/advice/estimate.ts';
import { proposeHyperparameters, withChanges } from '../../electron/advice/propose.ts';
import { questions, shortForm, type Grounds, type Question } from '../../electron/advice/short-form/index.ts';
import type { CorpusFacts } from '../../electron/advice/wording.ts';
import {
  checkConflicts,
  hyperparametersSchema,
  type Hyperparameters,
} from '../../electron/contract/hyperparameters.ts';
import { inBoth } from '../messages/said.ts';
import { BOOK, FABLE, textOf } from './facts.ts';

const groundsOf = (corpus: CorpusFacts, memory?: number): Grounds => ({
  proposal: proposeHyperparameters(corpus),
  corpus,
  memory,
});

/** The form over a text, some settings of which were changed. */
function form(corpus: CorpusFacts, changes: Partial<Hyperparameters> = {}, memory?: number) {
  const grounds = groundsOf(corpus, memory);
  return shortForm(grounds, withChanges(grounds.proposal.hyperparameters, changes));
}
const asked = (corpus: CorpusFacts, question: Question, changes: Partial<Hyperparameters> = {}, memory?: number) =>
  form(corpus, changes, memory).asked.find((one) => one.question === question)!;
function answer(corpus: CorpusFacts, question: Question, name: string, memory?: number) {
  const found = asked(corpus, question, {}, memory).answers.find((one) => one.name === name)!;
  return { ...found, said: inBoth(found.reason).en };
}

const TEXTS = [
  FABLE,
  textOf(FABLE, { tokenizer: 'characters', symbols: 978, distinct: 27 }),
  textOf(FABLE, { symbols: 6000, distinct: 1300, ceilings: [0.4, 0.8, 0.93, 0.97] }, 'zh'),
  textOf(FABLE, { symbols: 24_000, distinct: 4000 }),
  BOOK,
  textOf(BOOK, { tokenizer: 'characters', symbols: 1_115_394, distinct: 65 }),
  textOf(BOOK, { symbols: 3_000_000 }),
];

describe('a form that nobody touched', () => {
  test.each(TEXTS)('is what is proposed, the middle of each question', (corpus) => {
    const { asked, others } = form(corpus);
    expect(asked.map(({ chosen }) => chosen?.name)).toEqual(['good', 'balanced', 'fitting']);
    expect(asked.map(({ own }) => own)).toEqual([[], [], []]);
    expect(others).toEqual([]);
  });

  test('says of each choice in words what it does, in both languages', () => {
    for (const corpus of TEXTS)
      for (const { answers } of form(corpus).asked)
        for (const { reason } of answers)
          for (const said of Object.values(inBoth(reason))) {
            expect(said).toMatch(/[.。]$/);
            expect(said).not.toMatch(/NaN|undefined|Infinity|\{/);
          }
  });
});

describe('a choice', () => {
  test.each(TEXTS)('is known again once it is made, and leaves the others alone', (corpus) => {
    for (const question of questions)
      for (const { name, settings } of asked(corpus, question).answers) {
        const { asked: after, others } = form(corpus, settings);
        const chosen = Object.fromEntries(after.map((one) => [one.question, one.chosen?.name]));
        expect(chosen).toEqual({ time: 'good', closeness: 'balanced', size: 'fitting', [question]: name });
        expect(others).toEqual([]);
      }
  });

  test.each(TEXTS)('can be trained together with every other', (corpus) => {
    const { hyperparameters } = proposeHyperparameters(corpus);
    const [time, closeness, size] = questions.map((question) => asked(corpus, question).answers);
    for (const one of time)
      for (const two of closeness)
        for (const three of size) {
          const h = withChanges(hyperparameters, { ...one.settings, ...two.settings, ...three.settings });
          expect(hyperparametersSchema.safeParse(h).success).toBe(true);
          expect(() => checkConflicts(h)).not.toThrow();
        }
  });

  test.each([1, 2, 3, 5, 20])('of a text of %i symbols can be trained', (symbols) => {
    const corpus = textOf(FABLE, { symbols, distinct: symbols, ceilings: [1, 1, 1].slice(0, symbols - 1) });
    for (const { answers } of form(corpus).asked)
      for (const { settings } of answers) {
        const h = withChanges(proposeHyperparameters(corpus).hyperparameters, settings);
        expect(hyperparametersSchema.safeParse(h).success).toBe(true);
        if (symbols > 1) expect(h.windowLength).toBeLessThan(symbols);
      }
  });
});

describe('how long to learn', () => {
  test.each(TEXTS)('takes less, and more, but reads the text once', (corpus) => {
    const { hyperparameters: h } = proposeHyperparameters(corpus);
    const [quick, good, long] = asked(corpus, 'time').answers.map(({ settings }) => {
      const values = withChanges(h, settings);
      expect(values.warmupSteps).toBeLessThan(values.steps);
      expect(Math.round(values.steps / values.checkpointEvery)).toBe(Math.round(h.steps / h.checkpointEvery));
      return estimateRun(values, corpus).seconds;
    });
    expect(quick).toBeLessThan(good);
    expect(long).toBeGreaterThan(1.5 * good);
  });

  test('a book is read once even in a hurry', () => {
    const long = textOf(BOOK, { symbols: 3_000_000 });
    expect(answer(long, 'time', 'good').said).toContain('go through your text 2 times');
    expect(answer(long, 'time', 'quick').said).toMatch(/ 1\.1 times through your text/);
    expect(answer(BOOK, 'time', 'long').said).toContain('the best checkpoint of them is kept');
    expect(answer(FABLE, 'time', 'quick').settings).toMatchObject({ steps: 100, checkpointEvery: 50 });
  });
});

describe('how close to the text', () => {
  test('is the window where a text is learnt by windows, by what each length decides', () => {
    expect(answer(FABLE, 'closeness', 'freer')).toMatchObject({
      settings: { windowLength: 2, dropout: 0 },
      said: '2 preceding symbols decide 91 % of your text: wherever they do not, the story goes its own way.',
    });
    expect(answer(FABLE, 'closeness', 'balanced').said).toContain('3 preceding symbols decide 99.0 %');
    expect(answer(FABLE, 'closeness', 'closer').settings.windowLength).toBe(4);
    const letters = [0.34, 0.57, 0.78, 0.89, 0.94, 0.957, 0.971, 0.984, 0.985, 0.991];
    const spelt = textOf(FABLE, { tokenizer: 'characters', symbols: 978, distinct: 27, ceilings: letters });
    const lengths = asked(spelt, 'closeness').answers.map(({ settings }) => settings.windowLength);
    expect(lengths).toEqual([6, 8, 10]);
    // what is decided whole cannot be followed more closely
    const known = textOf(FABLE, { ceilings: [0.4, 0.97, 1, 1] });
    expect(asked(known, 'closeness').answers.map(({ settings }) => settings.windowLength)).toEqual([2, 3]);
  });

  test('has no choice that would be no other than what is proposed', () => {
    const { proposal, ...grounds } = groundsOf(BOOK);
    const hyperparameters = { ...proposal.hyperparameters, dropout: 0.6 };
    const { asked } = shortForm({ ...grounds, proposal: { ...proposal, hyperparameters } }, hyperparameters);
    const { answers } = asked.find(({ question }) => question === 'closeness')!;
    expect(answers.map(({ name }) => name)).toEqual(['balanced', 'closer']);
  });

  test('is dropout where the memory is carried on: more puts memorising off, none with nothing held out brings it on', () => {
    const [freer, balanced, closer] = asked(BOOK, 'closeness').answers.map(({ settings }) => settings);
    expect([freer.dropout, balanced.dropout, closer.dropout]).toEqual([0.5, 0.3, 0]);
    expect([freer.validationFraction, closer.validationFraction]).toEqual([0.05, 0]);
    expect(answer(BOOK, 'closeness', 'balanced').said).toContain('puts memorising off');
  });
});

describe('the size of the network', () => {
  test('is half and twice as wide; tied sizes stay equal, and a book gets a second layer', () => {
    expect(asked(FABLE, 'size').answers.map(({ settings }) => settings)).toEqual([
      { layers: 1, units: 128, embeddingSize: 64 },
      { layers: 1, units: 256, embeddingSize: 128 },
      { layers: 1, units: 512, embeddingSize: 256 },
    ]);
    expect(answer(BOOK, 'size', 'large').settings).toEqual({ layers: 2, units: 512, embeddingSize: 512 });
  });

  test('is the widest that the memory of the machine holds, and says so where none does', () => {
    const needed = (units: number) => {
      const h = { ...proposeHyperparameters(BOOK).hyperparameters, layers: 2, units, embeddingSize: units };
      return estimateRun(h, BOOK).memory;
    };
    expect(answer(BOOK, 'size', 'large', needed(512)).settings.units).toBe(512);
    expect(answer(BOOK, 'size', 'large', needed(512) - 1).settings.units).toBe(384);
    const none = answer(BOOK, 'size', 'large', 5e8);
    expect(none.short).toBe(true);
    expect(none.said).toMatch(/^A larger network needs \d\.\d GB of memory, and this machine has 0\.5 GB\.$/);
  });
});

describe('settings of one’s own', () => {
  test('are told at the question they belong to, the rest beside them', () => {
    const own = form(FABLE, { steps: 400, learningRate: 0.01, units: 200 });
    expect(own.asked.map(({ chosen, own }) => chosen?.name ?? own)).toEqual([['steps'], 'balanced', ['units']]);
    expect(own.others).toEqual(['learningRate']);
  });

  test('that only go along with a choice leave it as it is', () => {
    const quick = answer(FABLE, 'time', 'quick').settings;
    const { asked, others } = form(FABLE, { ...quick, reportEvery: 3 });
    expect(asked[0].chosen?.name).toBe('quick');
    expect(others).toEqual(['reportEvery']);
    // of a choice that was left since, they are no surprise
    expect(form(FABLE, { ...quick, steps: 120 }).others).toEqual([]);
  });

  test('from two choices at once are told as what differs from the proposal', () => {
    const mixed = asked(BOOK, 'size', { layers: 2, units: 256 });
    expect(mixed.chosen).toBeUndefined();
    expect(mixed.own).toEqual(['layers']);
  });

  test('another kind of context is no answer to how close', () => {
    expect(asked(FABLE, 'closeness', { context: 'sequence' }).own).toEqual(['context']);
    expect(asked(FABLE, 'closeness', { dropout: 0.2 }).own).toEqual(['dropout']);
  });
});
