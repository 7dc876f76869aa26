import { Interaction, type InteractionModeFunction } from 'chart.js';
import { getRelativePosition } from 'chart.js/helpers';

declare module 'chart.js' {
  interface InteractionModeMap {
    eachNearest: InteractionModeFunction;
  }
}

/** Index of the point nearest to an abscissa; the points' abscissae rise. */
export function nearestIndex(points: readonly { readonly x: number }[], x: number): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle].x < x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && x - points[low - 1].x < points[low].x - x ? low - 1 : low;
}

/** One point of every curve, the one nearest to the pointer along x: curves are measured at steps of their own. */
const eachNearest: InteractionModeFunction = (chart, event) => {
  const { x } = getRelativePosition(event, chart as never);
  return chart.getSortedVisibleDatasetMetas().flatMap(({ data, index: datasetIndex }) => {
    if (data.length === 0) return [];
    const index = nearestIndex(data, x);
    return [{ element: data[index], datasetIndex, index }];
  });
};

Interaction.modes.eachNearest = eachNearest;
