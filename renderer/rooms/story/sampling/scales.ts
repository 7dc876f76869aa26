/** How a slider's way stands for values. */
export interface Scale {
  readonly steps: number;
  /** step of the slider nearest to a value */
  at(value: number): number;
  value(at: number): number;
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));

/** In even steps of 0.01. */
export const LINEAR = (minimum: number, maximum: number): Scale => {
  const steps = Math.round((maximum - minimum) * 100);
  return {
    steps,
    at: (value) => clamp(Math.round((value - minimum) * 100), steps),
    value: (at) => Math.round(minimum * 100 + at) / 100,
  };
};

/** Each of these values one step: what is wanted is spread over orders of magnitude. */
const ladder = (values: readonly number[]): Scale => ({
  steps: values.length - 1,
  at: (value) =>
    values.reduce((best, one, at) => (Math.abs(one - value) < Math.abs(values[best] - value) ? at : best), 0),
  value: (at) => values[at],
});

export const TOP_K_SCALE = ladder([0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200]);
export const LENGTH_SCALE = ladder([
  10, 20, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000, 5000, 10_000,
]);
