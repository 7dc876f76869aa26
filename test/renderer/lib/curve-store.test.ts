// @vitest-environment node
import { expect, test } from 'vitest';
import { CurveStore } from '../../../renderer/lib/curve-store.ts';
import { decimate } from '../../../renderer/lib/decimate.ts';
import { report } from '../fixtures/runs.ts';

test('grows past its first room and keeps validation apart', () => {
  const store = new CurveStore();
  for (let step = 0; step < 150_000; step += 50) store.add(report(step));
  const loss = store.columns('loss');
  expect(loss.length).toBe(3000);
  expect(loss.x[2999]).toBe(149_950);
  expect(loss.y[1500]).toBe(report(75_000).loss);
  const validation = store.columns('validationLoss');
  expect(validation.length).toBe(300);
  expect(validation.x[1]).toBe(500);
});

test('a run resumed from a checkpoint overwrites what came after it', () => {
  const store = new CurveStore();
  for (let step = 0; step <= 2000; step += 50) store.add(report(step));
  store.add({ ...report(1000), loss: 42 });
  expect(store.lastStep).toBe(1000);
  expect(store.columns('loss').y[20]).toBe(42);
  expect(store.columns('validationLoss').length).toBe(3);
});

test('a report that was read before it was told changes nothing', () => {
  const store = new CurveStore();
  for (let step = 0; step <= 2000; step += 50) store.add(report(step));
  store.add(report(1950));
  expect(store.lastStep).toBe(2000);
  expect(store.length).toBe(41);
});

test('a curve that was drawn before it was overwritten is drawn as it is now', () => {
  const store = new CurveStore();
  const drawn = (points = store.columns('loss')) => decimate(points, -Infinity, Infinity, 100);
  for (let step = 0; step < 5000; step++) store.add({ ...report(step), loss: step === 2000 ? 99 : 1 });
  expect(drawn()).toContainEqual({ x: 2000, y: 99 });
  for (let step = 1000; step < 5000; step++) store.add({ ...report(step), loss: step === 3000 ? 98 : 1 });
  const { x, y, length } = store.columns('loss');
  expect(drawn()).toContainEqual({ x: 3000, y: 98 });
  expect(drawn()).toEqual(drawn({ x, y, length }));
});

test('what was not measured is a gap', () => {
  const store = new CurveStore();
  store.add({ ...report(50), loss: null });
  expect(store.columns('loss').y[0]).toBeNaN();
});
