// @vitest-environment node
import { expect, test } from 'vitest';
import { LABEL_GAP, placeEnds, placeLabels } from '../../../../renderer/components/chart/end-labels.ts';
import { nearestIndex } from '../../../../renderer/components/chart/each-nearest.ts';

/** None nearer to another than a line, and all within the plot. */
function stand(places: readonly (number | undefined)[], top: number, bottom: number): void {
  const placed = places.filter((place) => place !== undefined).sort((a, b) => a - b);
  for (const [index, place] of placed.entries()) {
    expect(place).toBeGreaterThanOrEqual(top);
    expect(place).toBeLessThanOrEqual(bottom);
    if (index > 0) expect(place - placed[index - 1]).toBeGreaterThanOrEqual(LABEL_GAP - 1e-9);
  }
}

test('labels that have room stand at their curves’ ends', () => {
  expect(placeLabels([100, 20, 60], 10, 200)).toEqual([100, 20, 60]);
});

test('those near the axis make room upwards, and none vanishes', () => {
  const places = placeLabels([198, 199, 200, 200, 205], 10, 200);
  stand(places, 10, 200);
  expect(places.every((place) => place !== undefined)).toBe(true);
  expect(Math.max(...(places as number[]))).toBe(200);
});

test('those above the plot make room downwards', () => {
  const places = placeLabels([-50, 0, 12], 10, 200);
  stand(places, 10, 200);
  expect(places[0]).toBe(10);
});

test('where there is no room for all, those named first stay', () => {
  const places = placeLabels([50, 50, 50, 50], 40, 40 + 2 * LABEL_GAP);
  stand(places, 40, 40 + 2 * LABEL_GAP);
  expect(places.map((place) => place !== undefined)).toEqual([true, true, true, false]);
});

test('curves that end far from one another leave each other’s labels alone', () => {
  const near = [
    { x: 600, y: 50 },
    { x: 605, y: 52 },
  ];
  const [first, second] = placeEnds(near, 10, 200) as number[];
  expect(second - first).toBe(LABEL_GAP);
  const far = [
    { x: 200, y: 50 },
    { x: 600, y: 50 },
  ];
  expect(placeEnds(far, 10, 200)).toEqual([54, 54]);
});

test('of every curve the point nearest to the pointer is read', () => {
  const points = [0, 10, 20, 50].map((x) => ({ x }));
  expect([-5, 4, 6, 34, 36, 90].map((x) => nearestIndex(points, x))).toEqual([0, 0, 1, 2, 3, 3]);
});
