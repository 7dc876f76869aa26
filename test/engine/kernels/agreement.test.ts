import { afterAll, describe, expect, test } from 'vitest';
import { movesWhole } from '../../../electron/contract/network-size.ts';
import type { Kernels } from '../../../electron/engine/kernels/index.ts';
import { Machine } from '../../../electron/engine/kernels/wasm/machine.ts';
import { WasmKernels } from '../../../electron/engine/kernels/wasm/wasm-kernels.ts';
import { LanguageModel, type ModelConfig, type OptimizerSettings } from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { difference, greatest, LARGE_SAMPLED, randomConfig, sampledConfig } from './cases.ts';
import { kernels as native, withTensorFlow } from '../tensorflow-here.ts';
import { portableMake } from './portable-make.ts';
import { OPTIMIZERS, trained } from './three-steps.ts';

const portable = await portableMake();
const machine = new Machine(2);
const makes: [string, Kernels][] = [
  ['the native make', native],
  ['our own WebAssembly', new WasmKernels(machine)],
];
// dropout draws from another generator in each make: here all use the portable masks
for (const [, kernels] of makes)
  kernels.dropoutMask = (shape, ...rest) => kernels.tensor(portable.read(portable.dropoutMask(shape, ...rest)), shape);
afterAll(() => machine.dispose());

/** What the portable make leaves behind, which each other one is compared with. */
const definitions = new Map<string, ReturnType<typeof trained>>();
function definition(...of: [ModelConfig, OptimizerSettings, seed: number, rate: number]) {
  const key = JSON.stringify(of);
  const known = definitions.get(key);
  if (known) return known;
  const theirs = trained(portable, ...of);
  definitions.set(key, theirs);
  return theirs;
}

function expectAgreementOf(
  kernels: Kernels,
  config: ModelConfig,
  settings: OptimizerSettings,
  seed: number,
  rate: number,
): void {
  const theirs = definition(config, settings, seed, rate);
  const ours = trained(kernels, config, settings, seed, rate);
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  for (const name of Object.keys(ours)) {
    // a loss is a sum: of a hundred no float32 knows the seventh digit
    expect(difference(ours[name], theirs[name]) / greatest(theirs[name]), name).toBeLessThan(1e-4);
  }
}

test.runIf(withTensorFlow)('the native make is the engine of this machine', () => {
  expect(native.name).toBe('tensorflow');
});

describe.each(makes)(
  '%s agrees with the portable one to 1e-4 on loss, state, logits, weights and slots',
  (_, kernels) => {
    const expectAgreement = (...of: [ModelConfig, OptimizerSettings, seed: number, rate: number]) =>
      expectAgreementOf(kernels, ...of);

    test.each(Object.entries(OPTIMIZERS))('%s', (__, [settings, rate]) => {
      for (let seed = 0; seed < 6; seed++) expectAgreement(randomConfig(seed), settings, seed, rate);
    });

    test.each(Array.from({ length: 24 }, (_, k) => k))('random network %i, with dropout', (seed) => {
      expectAgreement(
        { ...randomConfig(seed), dropout: seed % 2 === 0 ? 0.4 : 0 },
        OPTIMIZERS['plain descent'][0],
        seed,
        0.1,
      );
    });

    test('a vocabulary large enough for the other form of the cross-entropy', () => {
      const config: ModelConfig = { ...randomConfig(3), vocabularySize: 9000, input: 'embedding', context: 'sequence' };
      for (const tieWeights of [false, true])
        expectAgreement({ ...config, tieWeights, embeddingSize: config.units }, OPTIMIZERS['RMSProp'][0], 3, 0.01);
    });

    test.each(Object.entries(OPTIMIZERS))('tables so large that they move by rows: %s', (__, [settings, rate]) => {
      const large = { ...randomConfig(3), vocabularySize: 9000, layers: 1, tieWeights: false };
      expect(movesWhole([9000, 32])).toBe(false);
      expectAgreement({ ...large, input: 'embedding', units: 6, embeddingSize: 32 }, settings, 3, rate);
      expectAgreement({ ...large, input: 'one-hot', units: 8 }, settings, 3, rate);
      expectAgreement(
        { ...large, input: 'embedding', units: 32, embeddingSize: 32, tieWeights: true },
        settings,
        3,
        rate,
      );
    });

    test.each(Object.entries(OPTIMIZERS))('softmax over candidates: %s', (__, [settings, rate]) => {
      for (let seed = 0; seed < 6; seed++) expectAgreement(sampledConfig(seed), settings, seed, rate);
      for (const large of LARGE_SAMPLED) expectAgreement(large, settings, 3, rate);
    });

    test('products of many parts, over more than one thread', () => {
      const large = {
        ...randomConfig(3),
        vocabularySize: 700,
        layers: 2,
        units: 100,
        embeddingSize: 50,
        tieWeights: false,
        context: 'window' as const,
      };
      const settings = OPTIMIZERS['descent with momentum, clipping, decay'][0];
      expectAgreement({ ...large, input: 'embedding' }, settings, 3, 0.1);
      expectAgreement({ ...large, input: 'embedding', embeddingSize: 100, tieWeights: true }, settings, 3, 0.1);
    });

    test('fresh weights are the same numbers', () => {
      const config = { ...randomConfig(0), layers: 2, units: 24 };
      const [a, b] = [portable, kernels].map((make) => LanguageModel.create(config, make, new Random(7)));
      a.parameters.forEach((each, k) => expect(b.parameters[k].values()).toEqual(each.values()));
      [a, b].forEach((model) => model.dispose());
    });
  },
);
