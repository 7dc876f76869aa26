import type { Hyperparameters } from '../contract/hyperparameters.ts';
import { layerInputs, type NetworkShape } from '../contract/network-size.ts';

/** By so many predictions the loss of any text is known to half a hundredth of a nat, by the fewest to a fiftieth. */
const MOST = 300_000;
const FEWEST = 20_000;
/** Multiplications, about a minute of two cores without AVX-512. */
const WORK = 2e12;

/** Multiplications of one prediction; what is looked up in a table is not multiplied. */
function workOfOne(
  h: NetworkShape & Pick<Hyperparameters, 'context' | 'windowLength'>,
  vocabularySize: number,
): number {
  const [first, ...others] = layerInputs(h, vocabularySize);
  const inputs = [h.input === 'one-hot' ? 0 : first, ...others];
  const layers = inputs.reduce((sum, width) => sum + (width + h.units) * 4 * h.units, 0);
  return (h.context === 'window' ? h.windowLength : 1) * layers + h.units * vocabularySize;
}

/** Predictions by which a finished model is measured at most: fewer where each takes long, as of a large vocabulary. */
export const mostMeasured = (h: Hyperparameters, vocabularySize: number): number =>
  Math.max(FEWEST, Math.min(MOST, Math.floor(WORK / workOfOne(h, vocabularySize))));
