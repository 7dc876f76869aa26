import { describe, expect, test } from 'vitest';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import type { Report } from '../../electron/contract/run.ts';
import { verdictOn, type RunFacts } from '../../electron/advice/verdict.ts';
import { inBoth } from '../messages/said.ts';

const novel = { ...presetHyperparameters('novel'), warmupSteps: 0 };
const fable = presetHyperparameters('fable');
const running: RunFacts = { status: 'running', vocabularySize: 112, symbols: 204 };

/** A curve: one report each 100 steps, validated where a second loss is given. */
function curve(points: (number | null | [loss: number, validation: number])[], accuracy = 0.3): Report[] {
  return points.map((point, k) => {
    const [loss, validationLoss] = Array.isArray(point) ? point : [point, undefined];
    const base = { step: 100 * (k + 1), loss, accuracy, perplexity: loss === null ? null : Math.exp(loss) };
    const rest = {
      learningRate: 0.001,
      gradientNorm: 1,
      symbolsPerSecond: 1000,
      seconds: k,
      secondsLeft: 9,
      memory: 1,
    };
    return { ...base, ...rest, ...(validationLoss === undefined ? {} : { validationLoss }) };
  });
}

describe('the verdict', () => {
  test('before the first report: what guessing costs', () => {
    const { kind, sentence } = verdictOn([], novel, running);
    expect(kind).toBe('starting');
    expect(inBoth(sentence).en).toBe('Ready. Guessing among 112 symbols costs 4.72; learning brings that down.');
    expect(inBoth(sentence).zh).toBe('已就绪。在 112 个符号中随机猜测，损失为 4.72；训练会让它下降。');
  });

  test('validation falls: learning well', () => {
    const { kind, sentence, next } = verdictOn(
      curve([
        [4, 4.1],
        [3.5, 3.7],
        [3.2, 3.5],
      ]),
      novel,
      running,
    );
    expect(kind).toBe('learning');
    expect(inBoth(sentence).en).toBe('Learning well. Validation still falls; let it run.');
    expect(inBoth(next).en).toBe('It fell by 0.2 over the last 100 steps. The best checkpoint is kept whatever comes.');
  });

  test('validation rises while the loss falls: memorising, with dropout to raise', () => {
    const points = curve([
      [4, 4.1],
      [3, 3.7],
      [2.5, 3.8],
      [2, 3.95],
      [1.5, 4.1],
    ]);
    const { kind, sentence, next } = verdictOn(points, { ...novel, dropout: 0.2 }, running);
    expect(kind).toBe('memorising');
    expect(inBoth(sentence).en).toContain('Validation has risen since step 200');
    expect(inBoth(next).en).toBe('Stop now and keep the best checkpoint, or raise dropout to 40 %.');
    expect(inBoth(next).zh).toBe('现在停止并保留最佳检查点，或将随机失活提高到 40%。');
  });

  test('one worse validation is not memorising yet', () => {
    expect(
      verdictOn(
        curve([
          [4, 4.1],
          [3, 3.7],
          [2.5, 3.71],
        ]),
        novel,
        running,
      ).kind,
    ).toBe('learning');
  });

  test('a loss that rises above its start, or is no number: diverging, with a third of the learning rate', () => {
    const risen = verdictOn(curve([4.7, 4.2, 4, 6, 8, 9]), { ...novel, learningRate: 0.3, clipNorm: 0 }, running);
    expect(risen.kind).toBe('diverging');
    expect(inBoth(risen.next).en).toBe('Stop, lower the learning rate to 0.1 and clip gradients at 1, and train anew.');
    expect(verdictOn(curve([4.7, null]), novel, running).kind).toBe('diverging');
  });

  test('noise of a batch of one is not diverging', () => {
    const noisy = Array.from({ length: 60 }, (_, k) => 4.7 * 0.97 ** k * (k % 2 ? 1.3 : 0.7));
    for (let length = 1; length <= noisy.length; length++)
      expect(verdictOn(curve(noisy.slice(0, length)), novel, running).kind).not.toBe('diverging');
  });

  test('a flat loss: stuck; at the level of guessing the learning rate is too low', () => {
    const flat = verdictOn(curve(new Array(30).fill(3.1)), { ...novel, learningRate: 0.003 }, running);
    expect(flat.kind).toBe('stuck');
    expect(inBoth(flat.sentence).en).toContain('The loss has stayed near 3.1 for');
    expect(inBoth(flat.next).en).toBe('Stop and lower the learning rate to 0.001, or add units.');
    const asleep = verdictOn(curve(new Array(30).fill(4.71)), { ...novel, learningRate: 0.003 }, running);
    expect(inBoth(asleep.next).en).toBe('Stop and raise the learning rate to 0.009.');
    const slow = Array.from({ length: 30 }, (_, k) => 4.7 * 0.98 ** k);
    expect(verdictOn(curve(slow), novel, running).kind).toBe('learning');
  });

  test('a short text is learnt by heart, counted in predictions', () => {
    const { kind, sentence } = verdictOn(curve([1, 0.5, 0.1], 0.975), fable, running);
    expect(kind).toBe('learning');
    expect(inBoth(sentence).en).toBe('Learning by heart, as a short text must. 196 of 201 predictions are right.');
    expect(inBoth(sentence).zh).toBe('正在熟记，短文本理应如此。201 次预测中 196 次正确。');
  });

  test('a run that is over says what it can', () => {
    const final = { loss: 0.03, accuracy: 0.9901, perplexity: 1.03 };
    expect(inBoth(verdictOn(curve([1, 0.1]), fable, { ...running, status: 'done', final }).sentence).en).toBe(
      'Done. 99.0 % of its predictions are right.',
    );
    const best = { step: 900, validationLoss: Math.log(123) };
    expect(inBoth(verdictOn(curve([1]), novel, { ...running, status: 'done', best }).sentence).en).toBe(
      'Done. On text it never saw, its perplexity is 123 at best, after step 900.',
    );
    expect(verdictOn([], fable, { ...running, status: 'stopped' }).kind).toBe('done');
  });
});
