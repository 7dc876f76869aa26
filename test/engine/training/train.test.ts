import { performance } from 'node:perf_hooks';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { reportSchema, sampleSchema } from '../../../electron/contract/run.ts';
import type { TrainingOptions } from '../../../electron/engine/training/index.ts';
import { difference } from '../kernels/cases.ts';
import { askAfter, chain, tiny, trainTiny } from './fixture.ts';
import { ownTime } from '../../tools/own-time.ts';

describe('train', () => {
  test('learns, reports on its cadence with every field, and shows samples', async () => {
    const h = tiny({ steps: 200, reportEvery: 20, checkpointEvery: 100, learningRate: 0.02, windowLength: 2 });
    const { reports, live, samples, checkpoints, ended, last } = await trainTiny(h);
    expect(ended).toBe('done');
    expect(reports.map(({ step }) => step)).toEqual([1, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200]);
    for (const report of reports) expect(reportSchema.safeParse(report).success).toBe(true);
    expect(reports[0].loss).toBeCloseTo(Math.log(12), 0);
    expect(last!.loss).toBeLessThan(1.2);
    expect(last!.accuracy).toBeGreaterThan(0.7);
    expect(last!.perplexity).toBeCloseTo(Math.exp(last!.loss!), 10);
    expect(last!.secondsLeft).toBe(0);
    expect(last!.symbolsPerSecond).toBeGreaterThan(0);
    expect(live.at(-1)).toBe(true);
    expect(checkpoints.map(({ checkpoint }) => checkpoint.step)).toEqual([100, 200]);
    for (const sample of samples) {
      expect(sampleSchema.safeParse(sample).success).toBe(true);
      expect(sample.predictions).toHaveLength(5);
      expect(sample.predictions[0].context).toHaveLength(2);
    }
    const stories = samples.filter(({ story }) => story !== '');
    expect(stories.map(({ step }) => step)).toEqual([100, 200]);
    expect(stories[1].prompt).toBe('ad');
    expect([...stories[1].story]).toHaveLength(40);
  });

  test('reports sent on are at most ten a second, lines are all', async () => {
    const { reports, live, seconds } = await trainTiny(tiny({ steps: 60, reportEvery: 1 }));
    expect(reports).toHaveLength(60);
    expect(live.filter(Boolean).length).toBeLessThanOrEqual(2 + 10 * seconds);
  });

  test('stop and pause come true between two steps, with a checkpoint of that step', async () => {
    for (const word of ['stop', 'pause'] as const) {
      const { ended, step, checkpoints } = await trainTiny(tiny(), { signal: askAfter(7, word) });
      expect([ended, step]).toEqual([word === 'stop' ? 'stopped' : 'paused', 7]);
      expect(checkpoints.map(({ checkpoint }) => checkpoint.step)).toEqual([7]);
    }
  });

  test('messages get through while it computes', async () => {
    let [longest, turns] = [0, 0];
    const began = ownTime();
    let last = began;
    const timer = setInterval(() => {
      longest = Math.max(longest, ownTime() - last);
      last = ownTime();
      turns++;
    }, 1);
    await trainTiny(tiny({ steps: 3000, reportEvery: 3000 }));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
    expect(longest).toBeLessThan((ownTime() - began) / 3);
  });

  test('a slow one says each second how far it is, between its reports', async () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    onTestFinished(() => clock.mockRestore());
    const heard: (number | string)[] = [];
    const none = async () => undefined;
    const sink = {
      report: ({ step }: { step: number }) => void heard.push(`report ${step}`),
      reached: (step: number) => void heard.push(step),
      ...{ sample: () => {}, checkpoint: none, readBest: none },
    };
    const h = tiny({ steps: 26, reportEvery: 20, evaluateEvery: 1000 });
    // a step takes 300 ms
    const requested = () => void (now += 300);
    await trainTiny(h, { sink, signal: { requested } as TrainingOptions['signal'] });
    expect(heard).toEqual(['report 1', 5, 9, 13, 17, 'report 20', 24, 'report 26']);
  });

  test('where validation got worse, the model holds the best weights', async () => {
    const ids = Uint16Array.from(chain(400), (id, k) => (k < 320 ? id : (id * 7 + k) % 12));
    const h = tiny({ steps: 200, validationFraction: 0.2, evaluateEvery: 10, learningRate: 0.05 });
    const { best, modelStep, weights, checkpoints, reports } = await trainTiny(h, { ids });
    const validated = reports.filter(({ validationLoss }) => validationLoss !== undefined);
    expect(validated).toHaveLength(20);
    expect(best!.validationLoss).toBe(Math.min(...validated.map(({ validationLoss }) => validationLoss!)));
    expect(modelStep).toBe(best!.step);
    expect(modelStep).toBeLessThan(200);
    const kept = checkpoints.find(({ checkpoint }) => checkpoint.step === modelStep)!;
    expect(kept.best).toBe(true);
    for (const [name, { data }] of Object.entries(kept.checkpoint.weights)) expect(weights[name]).toEqual(data);
  });

  test('a diverging run ends with advice, and no checkpoint holds what is no number', async () => {
    const seen: number[] = [];
    const h = tiny({ optimizer: 'sgd', learningRate: 100, clipNorm: 0, steps: 400, checkpointEvery: 1, units: 4 });
    const sink = {
      report: () => {},
      sample: () => {},
      checkpoint: async ({ weights }: { weights: Record<string, { data: Float32Array }> }) => {
        for (const { data } of Object.values(weights)) seen.push(...data.filter((value) => !Number.isFinite(value)));
      },
      readBest: async () => undefined,
    };
    await expect(trainTiny(h, { sink })).rejects.toMatchObject({ code: expect.stringMatching(/^loss-/) });
    expect(seen).toEqual([]);
  });

  test('a text too short for a batch is refused before the first step', async () => {
    const h = tiny({ context: 'sequence', sequenceLength: 40, batchSize: 10 });
    await expect(trainTiny(h)).rejects.toMatchObject({ code: 'text-too-short' });
  });

  test('a network that cannot fit is refused before it is made', async () => {
    const h = tiny({ units: 4096, layers: 4, embeddingSize: 4096, batchSize: 4096, windowLength: 64 });
    await expect(trainTiny(h)).rejects.toMatchObject({ code: expect.stringMatching(/^memory-short/) });
  });

  test('where the engine takes no graph it learns the same op by op, and says so', async () => {
    const h = tiny();
    const refuse: TrainingOptions['kernels']['compile'] = () => {
      throw new Error('no such op');
    };
    const lines: string[] = [];
    const log = (line: string): number => lines.push(line);
    const eager = await trainTiny(h, { log }, [], (kernels) => Object.assign(kernels, { compile: refuse }));
    expect(lines).toEqual(['Steps are made op by op: no such op']);
    const { weights } = await trainTiny(h);
    for (const name of Object.keys(weights)) expect(difference(eager.weights[name], weights[name])).toBeLessThan(1e-5);
  });

  test.each([{ context: 'window' }, { context: 'sequence', sequenceLength: 6, batchSize: 3 }] as const)(
    'leaves no tensor behind: %o',
    async (values) => {
      const settings = { ...values, validationFraction: 0.2, evaluateEvery: 5, layers: 2 };
      const { checkpoints, left } = await trainTiny(tiny({ ...settings, steps: 12 }));
      const resumed = await trainTiny(tiny({ ...settings, steps: 14 }), { resume: checkpoints.at(-1)!.checkpoint });
      expect([left, resumed.left]).toEqual([0, 0]);
    },
  );
});
