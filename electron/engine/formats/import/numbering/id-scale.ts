import { AesopError } from '../../../../contract/errors.ts';
import { idScales, type IdScale } from '../../../../contract/foreign-formats.ts';
import type { ForeignModel } from '../foreign-model.ts';

/** What a model reads in the place of a symbol's number n: (n - shift) / divisor. */
export interface Scaling {
  readonly shift: number;
  readonly divisor: number;
}

/** What a scale makes of the numbers of so many symbols. */
const SCALINGS: Readonly<Record<IdScale, (symbols: number) => Scaling>> = {
  plain: () => ({ shift: 0, divisor: 1 }),
  divided: (symbols) => ({ shift: 0, divisor: symbols }),
  centred: (symbols) => ({ shift: symbols / 2, divisor: symbols }),
  minmax: (symbols) => ({ shift: 0, divisor: Math.max(1, symbols - 1) }),
  symmetric: (symbols) => ({ shift: (symbols - 1) / 2, divisor: Math.max(1, symbols - 1) / 2 }),
};

/** The scalings that need nothing but the number of symbols: all, or the one that a person says. */
export const scalingsOf = ({ network }: ForeignModel, said?: IdScale): Scaling[] =>
  (said === undefined ? idScales : [said]).map((scale) => SCALINGS[scale](network.vocabularySize));

/** That by the mean and the standard deviation of a text's own numbers; none where all are the same. */
export function standardOf(ids: readonly number[]): Scaling | undefined {
  const shift = ids.reduce((sum, id) => sum + id, 0) / ids.length;
  const variance = ids.reduce((sum, id) => sum + (id - shift) ** 2, 0) / ids.length;
  return variance > 0 ? { shift, divisor: Math.sqrt(variance) } : undefined;
}

/** A model that learnt scaled numbers as one that reads the numbers themselves. */
export function ofScaling(model: ForeignModel, { shift, divisor }: Scaling): ForeignModel {
  const { scaleUnsaid: _, ...said } = model;
  return {
    ...said,
    async weight(name) {
      const values = await model.weight(name);
      if (name === 'lstm_0/kernel' && divisor !== 1) return values.map((value) => value / divisor);
      if (name !== 'lstm_0/bias' || shift === 0) return values;
      const step = await model.weight('lstm_0/kernel');
      return values.map((value, at) => value - (step[at] * shift) / divisor);
    },
  };
}

/**
 * A model of which a person says what it reads, where its file does not.
 * @param name how errors call it
 * @throws AesopError `id-scale-wanted` where nobody says it: by another it would tell nonsense
 */
export function asScaled(model: ForeignModel, scale: IdScale | undefined, name: string): ForeignModel {
  if (!model.scaleUnsaid) return model;
  if (scale === undefined) throw new AesopError('id-scale-wanted', { name });
  return ofScaling(model, SCALINGS[scale](model.network.vocabularySize));
}
