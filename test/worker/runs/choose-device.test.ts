import { describe, expect, test } from 'vitest';
import { presetHyperparameters } from '../../../electron/advice/presets.ts';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import type { Gpu } from '../../../electron/contract/machine.ts';
import { message } from '../../../electron/contract/message.ts';
import type { StepTrial } from '../../../electron/contract/step-trial.ts';
import { chooseDevice, type Times } from '../../../electron/worker/runs/choose-device.ts';

const h: Hyperparameters = { ...presetHyperparameters('novel'), steps: 1_000_000 };
const WORDS = 5000;
const CARD: Gpu = { index: 0, uuid: 'GPU-1', name: 'Example', memory: 24e9, free: 23e9, driver: '550.54' };

/** Chooses on a made-up machine: what it tries, remembers and answers. */
async function choosing(
  on: { gpu?: StepTrial; cpu?: StepTrial; known?: Times; card?: Partial<Gpu> },
  change: Partial<Hyperparameters> = {},
) {
  const tried: string[] = [];
  const remembered: Times[] = [];
  const choice = await chooseDevice(
    { ...h, ...change },
    WORDS,
    { ...CARD, ...on.card },
    {
      known: on.known,
      async tryStep({ device }) {
        tried.push(device);
        return on[device] ?? {};
      },
      remember: async (times) => void remembered.push(times),
      log: () => undefined,
    },
  );
  return { ...choice, tried, remembered };
}

const less = (amount: number) => ({ less: { amount, as: 'percent' } });

describe('where a run computes beside a graphics card', () => {
  test('where its steps are quicker, once they were tried on both', async () => {
    const slow = { tensorflow: 40, portable: 80 };
    expect(await choosing({ gpu: { tensorflow: 10 }, cpu: slow })).toMatchObject({
      ...{ device: 'gpu', tried: ['gpu', 'cpu'], remembered: [{ ...slow, gpu: 10 }] },
      reason: { message: 'engineChoice.cardQuicker', values: less(0.75) },
    });
    expect(await choosing({ gpu: { tensorflow: 50 }, cpu: slow })).toMatchObject({
      device: 'cpu',
      reason: { message: 'engineChoice.processorQuicker', values: less(0.2) },
    });
    expect(await choosing({ gpu: { tensorflow: 39 }, cpu: slow })).toMatchObject({
      device: 'cpu',
      reason: { message: 'engineChoice.cardAsQuick' },
    });
  });

  test('the processor counts by the quicker of its engines, unless the settings name one', async () => {
    const cpu = { tensorflow: 40, portable: 5 };
    expect((await choosing({ gpu: { tensorflow: 10 }, cpu })).device).toBe('cpu');
    expect((await choosing({ gpu: { tensorflow: 10 }, cpu }, { engine: 'tensorflow' })).device).toBe('gpu');
    const alone = await choosing({ gpu: { tensorflow: 10 }, cpu: {} });
    expect([alone.device, alone.remembered]).toEqual(['gpu', []]);
  });

  test('what is remembered is not tried again', async () => {
    const known = { tensorflow: 40, portable: 80, gpu: 10 };
    expect(await choosing({ known })).toMatchObject({ device: 'gpu', tried: [], times: known });
    const ofOneWithout = { tensorflow: 40, portable: 80 };
    expect((await choosing({ known: ofOneWithout, gpu: { tensorflow: 1 } })).tried).toEqual(['gpu', 'cpu']);
  });

  test.each([
    ['crashed', message('phrases.ended-by-signal', { signal: 'SIGSEGV' })],
    ['hung', message('engineChoice.noAnswer', { seconds: 90 })],
    ['had no room', message('engineChoice.noRoom')],
  ])('a card that %s leaves it to the processor, and is tried again another time', async (_, failure) => {
    expect(await choosing({ gpu: { failure } })).toMatchObject({
      ...{ device: 'cpu', tried: ['gpu'], remembered: [] },
      reason: { message: 'engineChoice.cardFailed', values: { problem: failure } },
    });
  });

  test('what TensorFlow lacks for the card is said as it is', async () => {
    const failure = message('shortfalls.gpuUnusable');
    expect(await choosing({ gpu: { failure } })).toMatchObject({ device: 'cpu', reason: failure });
  });

  test('a card without room for the run is not tried, and the batch that fits is told', async () => {
    const choice = await choosing({ card: { memory: 2e9, free: 1.9e9 } }, { batchSize: 512 });
    expect(choice).toMatchObject({ device: 'cpu', tried: [], reason: { message: 'engineChoice.cardSmall' } });
    expect(choice.warning).toMatchObject({ code: 'card-memory-short', values: { batchSize: expect.any(Number) } });
  });

  test('a run of seconds stays on the processor, one too large for that goes to a card that works', async () => {
    expect(await choosing({}, { steps: 5 })).toMatchObject({
      ...{ device: 'cpu', tried: [] },
      reason: { message: 'engineChoice.runShort' },
    });
    const huge = { units: 2048, embeddingSize: 2048, layers: 4, sequenceLength: 64, batchSize: 64 };
    expect(await choosing({ gpu: { tensorflow: 90 } }, huge)).toMatchObject({
      ...{ device: 'gpu', tried: ['gpu'], remembered: [] },
      reason: { message: 'engineChoice.cardAlone' },
    });
    expect((await choosing({ gpu: { failure: 'no' } }, huge)).device).toBe('cpu');
  });
});
