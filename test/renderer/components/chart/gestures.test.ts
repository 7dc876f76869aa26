import { afterEach, expect, test } from 'vitest';
import { listenToGestures } from '../../../../renderer/components/chart/gestures.ts';

const done: [string, ...number[]][] = [];
let stop = () => {};
afterEach(() => {
  done.length = 0;
  stop();
});

function canvas() {
  const made = document.createElement('canvas');
  made.setPointerCapture = () => {};
  made.getBoundingClientRect = () => ({ left: 100 }) as DOMRect;
  stop = listenToGestures(made, {
    pan: (by) => void done.push(['pan', by]),
    zoom: (factor, at) => void done.push(['zoom', factor, at]),
  });
  return (type: string, values: object) =>
    made.dispatchEvent(Object.assign(new Event(type), { pointerId: 1, pointerType: 'mouse', button: 0, ...values }));
}

test('Shift and a drag move by as much as the pointer, a drag alone does not', () => {
  const point = canvas();
  point('pointerdown', { clientX: 300, clientY: 0, shiftKey: true });
  point('pointermove', { clientX: 320, clientY: 0 });
  point('pointermove', { clientX: 315, clientY: 0 });
  point('pointerup', {});
  point('pointermove', { clientX: 400, clientY: 0 });
  expect(done).toEqual([
    ['pan', 20],
    ['pan', -5],
  ]);
  point('pointerdown', { clientX: 300, clientY: 0, shiftKey: false });
  point('pointermove', { clientX: 320, clientY: 0 });
  expect(done).toHaveLength(2);
});

test('two fingers zoom about what lies between them, one does nothing', () => {
  const point = canvas();
  const touch = { pointerType: 'touch', clientY: 0 };
  point('pointerdown', { ...touch, pointerId: 1, clientX: 200 });
  point('pointermove', { ...touch, pointerId: 1, clientX: 210 });
  expect(done).toEqual([]);
  point('pointerdown', { ...touch, pointerId: 2, clientX: 310 });
  point('pointermove', { ...touch, pointerId: 2, clientX: 410 });
  expect(done).toEqual([['zoom', 2, 210]]);
  point('pointercancel', { pointerId: 2 });
  point('pointermove', { ...touch, pointerId: 1, clientX: 250 });
  expect(done).toHaveLength(1);
});
