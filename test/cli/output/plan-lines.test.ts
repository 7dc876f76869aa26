import { expect, test } from 'vitest';
import { estimateOf, estimateText } from '../../../electron/cli/training/plan-lines.ts';
import { numbersIn } from '../../../electron/cli/output/numbers.ts';
import type { Engine } from '../../../electron/contract/run.ts';
import { loadTerminal } from '../../../electron/messages/terminal.ts';
import { corpusNamed, runNamed } from '../../storage/things.ts';

const engine: Engine = { engine: 'portable', backend: 'wasm', device: 'cpu', label: 'portable', reason: '' };
const corpus = corpusNamed('fable');
const of = (change: Partial<Parameters<typeof runNamed>[1]>) => {
  const run = runNamed('run', change);
  const { tokenizer, lowercase } = corpus.statistics;
  return estimateOf(
    { ...run, hyperparameters: { ...run.hyperparameters, tokenizer, lowercase, steps: 3600 } },
    corpus,
  )!;
};

test.each([
  ['en', 'about 1 h 0 min, by steps timed on this machine; ', ', calculated for two cores; '],
  ['zh', '按本机实测的训练步', '按双核推算'],
] as const)('a plan says in %s how its estimate is known', async (language, timed, calculated) => {
  const translator = await loadTerminal(language);
  const said = (change: Parameters<typeof of>[0]) =>
    estimateText({ translator, numbers: numbersIn(translator) }, of(change));
  expect(said({ engine, stepMilliseconds: 1000 })).toContain(timed);
  for (const change of [{}, { engine }]) expect(said(change)).toContain(calculated);
});

test('steps that were timed decide, on the engine that they were timed on', () => {
  expect(of({ engine, stepMilliseconds: 1000 })).toMatchObject({ basis: 'timed', secondsPerStep: 1 });
  expect(of({ engine })).toMatchObject({ basis: 'calculated' });
});
