import type { Report } from '../../contract/run.ts';

interface Bucket {
  lowest: Report;
  highest: Report;
  validated?: Report;
}

/** A loss that is not finite counts as the highest. */
const lossOf = ({ loss }: Report) => loss ?? Infinity;

function withReport(bucket: Bucket | undefined, report: Report): Bucket {
  const validated = report.validationLoss === undefined ? bucket?.validated : report;
  if (!bucket) return { lowest: report, highest: report, validated };
  return {
    lowest: lossOf(report) < lossOf(bucket.lowest) ? report : bucket.lowest,
    highest: lossOf(report) > lossOf(bucket.highest) ? report : bucket.highest,
    validated,
  };
}

function merged(a: Bucket, b: Bucket | undefined): Bucket {
  if (!b) return a;
  const both = withReport(withReport(a, b.lowest), b.highest);
  return { ...both, validated: b.validated ?? a.validated };
}

const halved = (buckets: Bucket[]): Bucket[] =>
  buckets.filter((_, at) => at % 2 === 0).map((bucket, at) => merged(bucket, buckets[at * 2 + 1]));

/**
 * At most `points` of many reports, such that the curve looks the same: the first, the last, and of each stretch the
 * lowest and highest loss and the last validation. Holds only about that many at any time.
 */
export async function decimate(
  reports: AsyncIterable<Report>,
  points: number,
): Promise<{ reports: Report[]; total: number }> {
  let buckets: Bucket[] = [];
  let width = 1;
  let total = 0;
  let first: Report | undefined;
  let last: Report | undefined;
  for await (const report of reports) {
    first ??= report;
    last = report;
    const index = Math.floor(total++ / width);
    buckets[index] = withReport(buckets[index], report);
    if (buckets.length > points) [buckets, width] = [halved(buckets), width * 2];
  }
  const most = Math.max(1, Math.floor((points - 2) / 3));
  while (total > points && buckets.length > most) buckets = halved(buckets);
  const chosen = buckets.flatMap(({ lowest, highest, validated }) => [lowest, highest, validated]);
  const kept = new Set([first, last, ...chosen].filter((report) => report !== undefined));
  return { reports: [...kept].sort((a, b) => a.step - b.step), total };
}
