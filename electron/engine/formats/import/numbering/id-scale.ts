import { AesopError } from '../../../../contract/errors.ts';
import type { IdScale } from '../../../../contract/foreign-formats.ts';
import type { ForeignModel } from '../foreign-model.ts';

const KERNEL = 'lstm_0/kernel';

/** What the number of a symbol is divided by. */
const DIVISORS: Readonly<Record<IdScale, (symbols: number) => number>> = {
  plain: () => 1,
  divided: (symbols) => symbols,
  minmax: (symbols) => Math.max(1, symbols - 1),
};

/** A model that learnt scaled numbers as one that reads the numbers themselves. */
export function ofScale(model: ForeignModel, scale: IdScale): ForeignModel {
  const divisor = DIVISORS[scale](model.network.vocabularySize);
  const { scaleUnsaid: _, ...said } = model;
  return {
    ...said,
    async weight(name) {
      const values = await model.weight(name);
      return name === KERNEL && divisor !== 1 ? values.map((value) => value / divisor) : values;
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
  return ofScale(model, scale);
}
