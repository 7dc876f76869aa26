const MOST = 0.6;
const LEAST = 0.2;

/** Dropout that puts memorising off further, 0 to 1; the same where it is as high as is of use. */
export function raisedDropout(dropout: number): number {
  const raised = Math.min(MOST, Math.max(LEAST, Math.round((dropout + LEAST) * 10) / 10));
  return Math.max(raised, dropout);
}
