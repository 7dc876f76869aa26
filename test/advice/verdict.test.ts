import { describe, expect, test } from 'vitest';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import type { Report } from '../../electron/contract/run.ts';
import { verdictOn, type RunFacts } from '../../electron/advice/verdict.ts';
import { inBoth } from '../messages/said.ts';

const novel = { ...presetHyperparameters('novel'), warmupSteps: 0 };
const fable = presetHyperparameters('fable');
const running: RunFacts = { status: 'running', step: 0, vocabularySize: 112, symbols: 204 };

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

  test('before the first report of a run that learns on: what it begins with', () => {
    const { kind, sentence, next } = verdictOn([], novel, { ...running, base: 'Old' });
    expect(kind).toBe('starting');
    expect(inBoth(sentence).en).toBe('Ready. It begins with what “Old” has learnt, not with guessing.');
    expect(inBoth(sentence).zh).toBe('已就绪。它从“Old”已学到的内容开始，而不是从随机猜测开始。');
    expect(next).toBeDefined();
  });

  test('one that learns on diverges where it forgets, far below what guessing costs', () => {
    const forgetting = curve([2, 1.9, 1.8, 2.5, 3, 3.2, 3.4]);
    expect(verdictOn(forgetting, novel, running).kind).not.toBe('diverging');
    expect(verdictOn(forgetting, novel, { ...running, base: 'Old' }).kind).toBe('diverging');
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
    expect(inBoth(next!).en).toBe(
      'It fell by 0.2 over the last 100 steps. The best checkpoint is kept whatever comes.',
    );
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
    expect(inBoth(next!).en).toBe('Stop now and keep the best checkpoint, or raise dropout to 40 %.');
    expect(inBoth(next!).zh).toBe('现在停止并保留最佳检查点，或将随机失活提高到 40%。');
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
    expect(inBoth(risen.next!).en).toBe(
      'Stop, lower the learning rate to 0.1 and clip gradients at 1, and train anew.',
    );
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
    expect(inBoth(flat.sentence).en).toContain('The loss has stayed near 3.10 for');
    expect(inBoth(flat.next!).en).toBe('Stop and lower the learning rate to 0.001, or add units.');
    const asleep = verdictOn(curve(new Array(30).fill(4.71)), { ...novel, learningRate: 0.003 }, running);
    expect(inBoth(asleep.next!).en).toBe('Stop and raise the learning rate to 0.009.');
    const slow = Array.from({ length: 30 }, (_, k) => 4.7 * 0.98 ** k);
    expect(verdictOn(curve(slow), novel, running).kind).toBe('learning');
  });

  test('a short text is learnt by heart, counted in predictions', () => {
    const { kind, sentence } = verdictOn(curve([1, 0.5, 0.1], 0.975), fable, running);
    expect(kind).toBe('learning');
    expect(inBoth(sentence).en).toBe('Learning by heart, as a short text must. 196 of 201 predictions are right.');
    expect(inBoth(sentence).zh).toBe('正在熟记，短文本理应如此。201 次预测中 196 次正确。');
  });

  test('a loss that did not fall is not said to have fallen', () => {
    const facts = { ...running, vocabularySize: 7_600 };
    expect(inBoth(verdictOn(curve([8.92]), novel, facts).sentence).en).toBe('Learning. The loss is 8.92.');
    expect(inBoth(verdictOn(curve([8.921, 8.919]), novel, facts).sentence).zh).toBe('正在学习。损失为 8.92。');
    const fell = verdictOn(curve([8.92, 8.1]), novel, facts).sentence;
    expect(inBoth(fell).en).toBe('Learning. The loss fell from 8.92 to 8.10.');
  });

  test('a loss that did not fall and is above what guessing costs is not called learning', () => {
    const facts = { ...running, vocabularySize: 7_600 };
    const { kind, sentence } = verdictOn(curve([9.03]), novel, facts);
    expect(kind).toBe('starting');
    expect(inBoth(sentence).en).toBe('It has begun. The loss is 9.03; guessing costs 8.94.');
    expect(inBoth(sentence).zh).toBe('已经开始。损失为 9.03；随机猜测为 8.94。');
    expect(verdictOn(curve([9.4, 9.03]), novel, facts).kind).toBe('learning');
    expect(verdictOn(curve([9.03]), novel, { ...facts, base: 'Old' }).kind).toBe('learning');
  });

  test('the validation that it announces is still to come', () => {
    const every = (evaluateEvery: number) => ({ ...novel, steps: 1300, evaluateEvery });
    const next = (points: Parameters<typeof curve>[0], evaluateEvery: number) =>
      inBoth(verdictOn(curve(points, 0.197), every(evaluateEvery), running).next!);
    expect(next([5], 130).en).toBe('19.7 % of its predictions are right. The first validation comes after step 130.');
    expect(next([5, [4, 4.2]], 200).en).toContain('The next validation comes after step 400.');
    expect(next([5, [4, 4.2]], 200).zh).toBe('预测准确率为 19.7%。第 400 步后有下一次验证。');
    expect(
      next(
        new Array(13).fill(0).map((_, k) => 5 - k / 10),
        1300,
      ).en,
    ).toContain('it is measured and kept now');
  });

  test('a run that goes on is not said to wait for its first validation', () => {
    const { kind, sentence, next } = verdictOn([], novel, { ...running, step: 300 });
    expect([kind, inBoth(sentence).en, next]).toEqual(['starting', 'Getting ready.', undefined]);
  });
});

describe('the verdict on a run that is over', () => {
  const final = { loss: 0.03, accuracy: 0.9901, perplexity: 1.03 };
  const steps = { ...novel, steps: 1300 };
  const told = (...[reports, h, facts]: Parameters<typeof verdictOn>) => {
    const { kind, sentence, next, act } = verdictOn(reports, h, facts);
    return {
      kind,
      act,
      en: `${inBoth(sentence).en} | ${inBoth(next!).en}`,
      zh: inBoth(sentence).zh + inBoth(next!).zh,
    };
  };

  test('done: how good it is, and to tell', () => {
    expect(told(curve([1, 0.1]), fable, { ...running, status: 'done', final, model: 'm' })).toMatchObject({
      kind: 'done',
      act: 'tell',
      en: 'Done. 99.0 % of its predictions are right. | Let it tell a story.',
      zh: '已完成。预测准确率为 99.0%。让它续写一段。',
    });
    const best = { step: 900, validationLoss: Math.log(123) };
    expect(told(curve([1]), novel, { ...running, status: 'done', best, model: 'm' }).en).toBe(
      'Done. On text it never saw, its perplexity is 123 at best, after step 900. | Let it tell a story, or train a larger network.',
    );
  });

  test('done long after its best, the training loss falling on: it memorised, and a larger network is no help', () => {
    const points = curve([
      [5, 5.2],
      [4.5, 5.13],
      [4, 5.14],
      [3.6, 5.18],
    ]);
    const facts = {
      ...running,
      status: 'done',
      best: { step: 200, validationLoss: Math.log(170) },
      model: 'm',
    } as const;
    expect(told(points, { ...novel, dropout: 0.3 }, facts)).toMatchObject({
      act: 'tell',
      en: 'Done. On text it never saw, its perplexity is 170 at best, after step 200. | Let it tell a story. After that step it memorised: more text or dropout of 50 % would help, a larger network would not.',
      zh: '已完成。对从未见过的文本，最佳困惑度为 170，出现在第 200 步。让它续写一段。这一步之后它开始死记：增加文本或将随机失活提高到 50% 会更好，换更大的网络没有用。',
    });
    expect(told(points, { ...novel, dropout: 0.6 }, facts).en).toContain('fewer units would help');
    const flat = curve([
      [5, 5.2],
      [4.5, 5.13],
      [4.5, 5.14],
      [4.5, 5.14],
    ]);
    expect(told(flat, novel, facts).en).toContain('or train a larger network');
  });

  test('done while it still got better: to train on', () => {
    const facts = { ...running, status: 'done', step: 60, model: 'm' } as const;
    expect(told(curve([5, 4.8, 4.6, 4.4]), { ...novel, steps: 60 }, facts)).toMatchObject({
      act: 'more',
      en: 'Done. 30.0 % of its predictions are right. | It was still improving. Train on, or let it tell a story.',
    });
  });

  test('done, and its model deleted: to train on', () => {
    const facts = { ...running, status: 'done', step: 1300, final } as const;
    expect(told([], steps, facts)).toMatchObject({ kind: 'done', act: 'more' });
  });

  test('stopped while validation fell: to resume', () => {
    const points = curve([
      [5, 5.2],
      [4.8, 5.1],
      [4.5, 4.9],
    ]);
    expect(told(points, steps, { ...running, status: 'stopped', step: 417, model: 'm' })).toEqual({
      kind: 'stopped',
      act: 'resume',
      en: 'Stopped at 417 of 1,300, still improving. | Resume, or let it tell a story. A model of it is kept.',
      zh: '停在第 417 步（共 1,300 步），当时仍在进步。可以继续，也可以让它续写一段。模型已保留。',
    });
  });

  test('stopped when validation fell no more: to tell', () => {
    const points = curve([
      [5, 5.2],
      [4.8, 4.9],
      [4.5, 4.9],
    ]);
    const best = { step: 200, validationLoss: 4.9 };
    expect(told(points, steps, { ...running, status: 'stopped', step: 417, best, model: 'm' })).toMatchObject({
      kind: 'stopped',
      act: 'tell',
      en: 'Stopped at 417 of 1,300 and kept. On text it never saw, its perplexity is 134 at best, after step 200. | Let it tell a story.',
    });
  });

  test('cut off: nothing is said to be kept', () => {
    const facts = { ...running, status: 'stopped' } as const;
    expect(told(curve([5, 4]), steps, { ...facts, step: 106 })).toEqual({
      kind: 'cutOff',
      act: 'resume',
      en: 'Cut off at step 106. | Resume, or keep it as a model.',
      zh: '在第 106 步意外中断。可以继续，也可以留作模型。',
    });
    expect(told(curve([5, 4]), steps, { ...facts, step: 1300 })).toMatchObject({ act: 'finish' });
    expect(told([], steps, facts)).toMatchObject({ kind: 'cutOff', act: 'restart' });
  });
});
