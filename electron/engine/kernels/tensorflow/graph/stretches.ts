/** Stretches that the steps of an LSTM are cut into at most, and how long each is at least: more gained nothing. */
const [MOST, LEAST_STEPS] = [4, 16];

/** Lengths of stretches, as even as can be, that so many steps are cut into. They depend on the steps alone, and so do the bits. */
export function stretches(steps: number): readonly number[] {
  const count = Math.max(1, Math.min(MOST, Math.floor(steps / LEAST_STEPS)));
  const end = (k: number): number => Math.floor((k * steps) / count);
  return Array.from({ length: count }, (_, k) => end(k + 1) - end(k));
}
