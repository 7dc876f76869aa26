/** From where to where an axis goes, and the figures that stand at it. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const ROUND = [1, 2, 5, 10];

/** The smallest round distance, 1, 2 or 5 times a power of ten, that is not below `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (ROUND.find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

const multiples = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => Number(((first + at) * step).toPrecision(12)));
};

/** An axis over some values with about so many round figures; from zero where that costs no room. */
export function axisOver(low: number, high: number, count: number): Axis {
  const top = high > low ? high : low + Math.max(1, Math.abs(low));
  const bottom = low > 0.4 * top ? low : Math.min(0, low);
  const step = roundStep((top - bottom) / count);
  const from = Math.floor(bottom / step + 1e-9) * step;
  const to = Math.ceil(top / step - 1e-9) * step;
  return { from, to, ticks: multiples(from, to, step) };
}

/** An axis of steps, which ends where the run does. */
export function stepAxis(from: number, last: number, count: number): Axis {
  const to = Math.max(last, from + 1);
  const step = Math.max(1, roundStep((to - from) / count));
  return { from, to, ticks: multiples(from, to, step) };
}

/** Round perplexities on an axis of losses, as their logarithms: 1, 2, 5, 10 …, none closer to the next than `gap`. */
export function perplexityTicks({ from, to }: Axis, gap: number): { loss: number; perplexity: number }[] {
  const found: { loss: number; perplexity: number }[] = [];
  for (let power = 0; power < 9; power++)
    for (const factor of [1, 2, 5]) {
      const perplexity = factor * 10 ** power;
      const loss = Math.log(perplexity);
      const near = found.length > 0 && loss - found[found.length - 1].loss < gap;
      if (loss >= from && loss <= to && !near) found.push({ loss, perplexity });
    }
  return found;
}
