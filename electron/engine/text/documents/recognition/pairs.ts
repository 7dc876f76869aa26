const LEAST_ROWS = 8;
/** Of so many rows one is a label of its own, at most. */
const EACH = 4;
const LABEL = /^[a-z0-9_+-]{1,20}$/;
/** UTF-16 units of what a label is of; what a word means is shorter. */
const LEAST_MEAN = 20;
const ENDED = 0.8;
const END = /[.!?…。！？؟।]["'”’»」』)]*$/;

/**
 * Whether two columns without names are a table beyond doubt: sentences and what they mean, labels and what they are of. A
 * name and what somebody says, a word and what it means are lines.
 */
export function arePairs(rows: readonly (readonly string[])[]): boolean {
  if (rows.length < LEAST_ROWS || rows.some((row) => row.length !== 2 || row.some((cell) => !cell.trim())))
    return false;
  const labels = new Set(rows.map(([label]) => label));
  const length = rows.reduce((sum, [, cell]) => sum + cell.length, 0);
  if (labels.size <= rows.length / EACH && [...labels].every((label) => LABEL.test(label)))
    return length >= LEAST_MEAN * rows.length;
  // who speaks in a play comes again and again, a full stop behind the name
  if ([0, 1].some((at) => new Set(rows.map((row) => row[at].trim())).size <= rows.length / EACH)) return false;
  return [0, 1].every((at) => rows.filter((row) => END.test(row[at].trim())).length >= ENDED * rows.length);
}
