import { describe, expect, test } from 'vitest';
import { AesopError } from '../../../electron/contract/errors.ts';
import { LossGuard, requireFiniteWeights } from '../../../electron/engine/training/guards.ts';
import { refusalOf } from '../../messages/said.ts';

const read = (loss: number, count = 320, gradientNorm: number | null = 1) => ({
  lossSum: loss * count,
  correct: 0,
  count,
  gradientNorm,
});

/** Feeds one reading a step until the guard speaks; the step at which it does. */
function stopsAt(guard: LossGuard, losses: number[], count?: number): number {
  for (const [k, loss] of losses.entries()) {
    try {
      guard.check(k + 1, read(loss, count), 0.01);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(AesopError);
      expect((thrown as AesopError).code).toBe('loss-exploded');
      return k + 1;
    }
  }
  return 0;
}

describe('the guard of the loss', () => {
  test('a loss or a gradient that is no number stops at once, with step and learning rate', () => {
    const guard = new LossGuard(100, 0);
    const { message, hint } = refusalOf(() => guard.check(7, read(NaN), 0.0123456));
    expect(message).toBe('The loss became NaN at step 7: the training diverged.');
    expect(hint).toContain('(now 0.0123)');
    expect(refusalOf(() => guard.check(7, read(Infinity), 0.01)).message).toContain('Infinity');
    expect(() => guard.check(7, read(1, 32, NaN), 0.01)).toThrow(AesopError);
    expect(() => guard.check(8, read(1, 32, null), 0.01)).not.toThrow();
  });

  test('a loss above three times its start stops after warm-up', () => {
    const losses = [...new Array(20).fill(4.6), ...new Array(100).fill(40)];
    const at = stopsAt(new LossGuard(100, 0), losses);
    expect(at).toBeGreaterThan(20);
    expect(at).toBeLessThanOrEqual(40);
    expect(stopsAt(new LossGuard(100, 60), losses)).toBeGreaterThan(60);
  });

  test('the start is never taken lower than guessing costs', () => {
    expect(stopsAt(new LossGuard(100, 0), [...new Array(20).fill(0.5), ...new Array(200).fill(5)])).toBe(0);
  });

  test('single costly windows of a batch of one do not trip it', () => {
    const noisy = Array.from({ length: 5000 }, (_, k) => (k % 5 === 0 ? 19 : 0.5));
    expect(stopsAt(new LossGuard(112, 0), noisy, 1)).toBe(0);
    expect(stopsAt(new LossGuard(112, 0), [...noisy, ...new Array(3000).fill(60)], 1)).toBeGreaterThan(5000);
  });

  test('its state goes on where it was', () => {
    const guard = new LossGuard(100, 0);
    for (let step = 1; step <= 25; step++) guard.check(step, read(4.6), 0.01);
    const resumed = new LossGuard(100, 0);
    resumed.restore(JSON.parse(JSON.stringify(guard.state())));
    const losses = new Array(60).fill(40);
    expect(stopsAt(resumed, losses)).toBe(stopsAt(guard, losses));
  });

  test('weights are scanned for what is no number', () => {
    const last = new Float32Array(10);
    const weights = {
      first: { shape: [10], data: new Float32Array(10).fill(3e38) },
      last: { shape: [10], data: last },
    };
    expect(() => requireFiniteWeights(weights, 5, 0.1)).not.toThrow();
    last[9] = NaN;
    expect(refusalOf(() => requireFiniteWeights(weights, 5, 0.1)).message).toContain('at step 5');
    last[9] = -Infinity;
    expect(() => requireFiniteWeights(weights, 5, 0.1)).toThrow(AesopError);
  });
});
