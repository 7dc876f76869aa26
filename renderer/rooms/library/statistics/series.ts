import type { CorpusStatistics } from '../../../../electron/contract/corpus.ts';
import type { ChartSeries } from '../../../components/chart/types.ts';
import type { Columns } from '../../../lib/decimate.ts';

/** Measured points as a curve. */
export function columnsOf(points: readonly (readonly [number, number])[]): Columns {
  return { x: points.map(([x]) => x), y: points.map(([, y]) => y), length: points.length };
}

/** Times seen by rank, over the line that Zipf's law expects. */
export function zipfSeries(
  { zipf, distinct }: CorpusStatistics,
  words: { seen: string; oneByRank: string },
): ChartSeries[] {
  const most = zipf[0]?.[1] ?? 1;
  const end = Math.max(2, Math.min(distinct, most));
  const law = columnsOf([
    [1, most],
    [end, most / end],
  ]);
  return [
    { id: 'law', label: words.oneByRank, columns: law, colour: 6, dash: 'dot', end: words.oneByRank },
    { id: 'zipf', label: words.seen, columns: columnsOf(zipf), colour: 1, dots: true },
  ];
}
