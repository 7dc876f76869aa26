import { expect, test } from 'vitest';
import { dotAt, LABEL_HEIGHT, layMap } from '../../../../../renderer/rooms/shelf/words/map-layout.ts';
import { wordMap } from '../../../fixtures/words.ts';

const box = { width: 580, height: 330 };
const width = (index: number) => 12 + wordMap.points[index].symbol.length * 7;
const dots = layMap(wordMap.points, box, width, [0, 8, 16]);
const rectangles = dots.flatMap(({ index, label }) =>
  label
    ? [{ index, left: label.x, right: label.x + width(index), bottom: label.y + 4, top: label.y + 4 - LABEL_HEIGHT }]
    : [],
);

test('no label covers another, leaves the box or covers a point', () => {
  expect(rectangles.length).toBeGreaterThan(dots.length / 3);
  for (const one of rectangles) {
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.right).toBeLessThanOrEqual(box.width);
    expect(one.top).toBeGreaterThanOrEqual(0);
    expect(one.bottom).toBeLessThanOrEqual(box.height);
    for (const other of rectangles)
      if (other.index !== one.index)
        expect(
          one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
        ).toBe(false);
    if ([0, 8, 16].includes(one.index)) continue;
    for (const { x, y } of dots) expect(x > one.left && x < one.right && y > one.top && y < one.bottom).toBe(false);
  }
});

test('the chosen words keep their labels in the thickest crowd', () => {
  const crowd = Array.from({ length: 60 }, (_, at) => ({ x: at % 8, y: Math.floor(at / 8) }));
  const small = { width: 120, height: 120 };
  expect(layMap(crowd, small, () => 40)[27].label).toBeUndefined();
  expect(layMap(crowd, small, () => 40, [27])[27].label).toBeDefined();
});

test('the points fill the box, larger y further up', () => {
  const [low, high] = layMap([{ x: 0, y: 0 }, { x: 3, y: 5 }], box, () => 10); // prettier-ignore
  expect([low.x, high.y]).toEqual([14, 14]);
  expect([high.x, low.y]).toEqual([box.width - 14, box.height - 14]);
  expect(layMap([{ x: 1, y: 1 }], box, () => 10)[0]).toMatchObject({ x: 290, y: 165 });
});

test('pointing finds the nearest point within reach', () => {
  expect(dotAt(dots, { x: dots[5].x + 2, y: dots[5].y }, 18)?.index).toBe(5);
  expect(dotAt(dots, { x: -100, y: -100 }, 18)).toBeUndefined();
});
