// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { datasetOf, optionsOf, tickText } from '../../../../renderer/components/chart/options.ts';
import type { Look } from '../../../../renderer/components/chart/look.ts';
import type { ChartAxis } from '../../../../renderer/components/chart/types.ts';

const texts = (axis: ChartAxis, values: readonly number[]) =>
  values.map((value) =>
    tickText(
      axis,
      value,
      values.map((other) => ({ value: other })),
    ),
  );

describe('what stands at the ticks', () => {
  test('is short over the whole', () => {
    expect(texts({}, [0, 5000, 10_000, 1_250_000])).toEqual(['0', '5k', '10k', '1.25M']);
  });

  test('tells them apart after a zoom', () => {
    expect(texts({}, [9980, 10_000, 10_020, 10_040])).toEqual(['9.98k', '10k', '10.02k', '10.04k']);
  });

  test('is the axis’s own where it has one', () => {
    expect(texts({ format: (value) => `${100 * value} %` }, [0, 0.5])).toEqual(['0 %', '50 %']);
  });

  test('names powers of ten on a wide logarithmic axis, 1, 2 and 5 on a narrow one', () => {
    expect(texts({ log: true, minimum: 0.01, maximum: 100 }, [0.1, 0.2, 1])).toEqual(['0.1', null, '1']);
    expect(texts({ log: true, minimum: 1, maximum: 20 }, [1, 2, 3, 5, 10])).toEqual(['1', '2', null, '5', '10']);
    const crowded = [10, 15, 20, 50, 100, 115];
    expect(texts({ log: true, minimum: 1, maximum: 115 }, crowded)).toEqual(['10', null, '20', '50', '100', null]);
  });
});

test('a curve of one point is drawn as a point, a longer one as a line', () => {
  const look = { curves: ['black'] } as unknown as Look;
  const radius = (length: number) =>
    datasetOf({ id: 'a', label: 'a', colour: 1, columns: { x: [1, 2], y: [5, 4], length } }, look).pointRadius;
  expect(radius(1)).toBeGreaterThan(1);
  expect(radius(2)).toBe(0);
});

test('an axis of shares ends with all of it, another one is cut as its values are', () => {
  const look = { curves: ['black'], size: 11, family: 'x' } as unknown as Look;
  const stepOf = (y: ChartAxis) => {
    const content = { series: [], x: {}, y, marks: [], zoomable: false };
    return (optionsOf(content, look, 0, () => {}).scales!.y!.ticks as { stepSize?: number }).stepSize;
  };
  expect(stepOf({ minimum: 0, maximum: 1 })).toBe(0.25);
  expect(stepOf({ minimum: 0, maximum: 8 })).toBeUndefined();
});
