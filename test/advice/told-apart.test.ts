import { expect, test } from 'vitest';
import { differing, toldApart } from '../../electron/advice/told-apart.ts';
import { settingWord } from '../../electron/advice/setting-words.ts';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import { HYPERPARAMETERS, type Hyperparameter } from '../../electron/contract/hyperparameter-table.ts';
import {
  defaultHyperparameters,
  hyperparameterNames,
  type Hyperparameters,
} from '../../electron/contract/hyperparameters.ts';
import { en, zh } from '../renderer/translators.ts';

const fable = presetHyperparameters('fable');
const run = (id: string, changes: Partial<Hyperparameters>, sha256 = 'a') => ({
  id,
  corpus: { sha256 },
  hyperparameters: { ...fable, ...changes },
});
const said = (things: Parameters<typeof toldApart>[0], translator = en) =>
  Object.fromEntries([...toldApart(things)].map(([id, words]) => [id, words.map((word) => translator.say(word))]));

test('runs over one text are told apart by what differs among them, and by nothing else', () => {
  const runs = [run('plain', {}), run('wide', { windowLength: 8 }), run('deep', { layers: 2, windowLength: 8 })];
  expect(said(runs)).toEqual({
    plain: ['1 layer', 'window 3'],
    wide: ['1 layer', 'window 8'],
    deep: ['2 layers', 'window 8'],
  });
  expect(said(runs, zh).deep).toEqual(['2 层', '窗口 8']);
});

test('what nearly all have is not told of any', () => {
  const many = Array.from({ length: 4 }, (_, index) => run(`same-${index}`, { seed: index + 1 }));
  const told = said([...many, run('deep', { layers: 2, seed: 5 })]);
  expect(told['same-0']).toEqual(['seed 1']);
  expect(told.deep).toEqual(['2 layers', 'seed 5']);
});

test('those over another text do not count, a run alone has nothing to be told by', () => {
  const runs = [run('a', {}), run('b', {}), run('other', { units: 512 }, 'b')];
  expect(said(runs)).toEqual({ a: [], b: [], other: [] });
});

test('a window and a sequence are told by their lengths, and not by what only one of them has', () => {
  const runs = [run('window', {}), run('sequence', { context: 'sequence', sequenceLength: 35, stride: 4 })];
  expect(said(runs)).toEqual({ window: ['window 3'], sequence: ['sequence 35'] });
  expect(differing(runs.map(({ hyperparameters }) => hyperparameters))).toEqual([
    'context',
    'windowLength',
    'sequenceLength',
  ]);
});

const model = (id: string, left: string, step: number, changes: Partial<Hyperparameters> = {}) => ({
  ...run(id, changes),
  run: left,
  step,
});

test('a model that was made before all its steps were is told by those that were made', () => {
  const [whole, long] = [{ steps: 1300 }, { steps: 30_000 }];
  const models = [
    model('whole', 'one', 1300, whole),
    model('stopped', 'two', 723, long),
    model('same', 'three', 723, long),
  ];
  expect(said(models)).toEqual({
    whole: ['1,300 steps'],
    stopped: ['723 of 30,000 steps'],
    same: ['723 of 30,000 steps'],
  });
  expect(said(models, zh).stopped).toEqual(['30,000 步中的 723 步']);
  // settings are what a run was asked to make
  expect(said([run('whole', whole), { ...run('stopped', long), step: 723 }]).stopped).toEqual(['30,000 steps']);
});

test('models that one run left are told apart by their steps', () => {
  const models = [model('early', 'one', 20), model('late', 'one', 250), model('alone', 'two', 40, { layers: 2 })];
  expect(said(models)).toEqual({ early: ['1 layer', 'step 20'], late: ['1 layer', 'step 250'], alone: ['2 layers'] });
  expect(said(models.slice(0, 2), zh)).toEqual({ early: ['第 20 步'], late: ['第 250 步'] });
});

test('how often is reported tells runs apart only where nothing else does', () => {
  const often = run('often', { reportEvery: 7 });
  expect(said([run('a', { reportEvery: 50 }), often])).toEqual({ a: ['reports every 50'], often: ['reports every 7'] });
  expect(said([run('a', { reportEvery: 50, seed: 2 }), often]).often).toEqual(['seed 1']);
});

test('what is off, and what is a share, is said as such', () => {
  const word = (name: keyof Hyperparameters, value: unknown, translator = en) =>
    translator.say(settingWord(name, { ...fable, [name]: value } as Hyperparameters));
  expect(word('dropout', 0)).toBe('no dropout');
  expect(word('dropout', 0.125)).toBe('dropout 12.5 %');
  expect(word('dropout', 0.125, zh)).toBe('随机失活 12.5%');
  expect(word('vocabularyLimit', 8000)).toBe('vocabulary 8,000');
  expect(word('optimizer', 'sgd')).toBe('SGD');
  expect(word('tokenizer', 'characters')).toBe('characters');
  expect(word('steps', 1)).toBe('1 step');
});

test('two values of a setting are never said alike, in any language', () => {
  const values = (declaration: Hyperparameter): unknown[] => {
    if (declaration.kind === 'choice') return [...declaration.choices];
    if (declaration.kind === 'boolean') return [true, false];
    return [
      declaration.minimum,
      declaration.default,
      declaration.maximum,
      (declaration.default + declaration.maximum) / 2,
    ];
  };
  for (const translator of [en, zh])
    for (const name of hyperparameterNames) {
      const distinct = new Set(values(HYPERPARAMETERS[name]));
      const words = [...distinct].map((value) =>
        translator.say(settingWord(name, { ...defaultHyperparameters(), [name]: value } as Hyperparameters)),
      );
      expect(new Set(words).size, `${name}: ${words.join(', ')}`).toBe(distinct.size);
    }
});
