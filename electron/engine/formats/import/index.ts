import type { ForeignFormatName } from '../../../contract/foreign-formats.ts';
import { checkedNetwork } from './checked-network.ts';
import { reading } from './faults.ts';
import type { ForeignFormat, ForeignModel, ForeignSource } from './foreign-model.ts';
import { h5 } from './h5/index.ts';
import { keras } from './keras/index.ts';
import { onnx } from './onnx/index.ts';
import { safetensors } from './safetensors.ts';
import { tfjs } from './tfjs/index.ts';

export type { ForeignFile, ForeignFormat, ForeignModel, ForeignNetwork, ForeignSource } from './foreign-model.ts';
export { saveForeign, type Adopted } from './save-foreign.ts';
export { namedVocabulary, vocabularyBeside, type FoundVocabulary } from './vocabulary/find-vocabulary.ts';

/** Every kind of foreign file that a model can be read out of; a new one is one entry here. */
export const foreignFormats: Readonly<Record<ForeignFormatName, ForeignFormat>> = {
  safetensors,
  onnx,
  keras,
  h5,
  tfjs,
};

/** A model and the format that it was found in. */
export interface OpenedForeign {
  readonly format: ForeignFormatName;
  readonly model: ForeignModel;
}

/**
 * Opens what other programs saved; nothing where no format knows it.
 * @throws AesopError `foreign-damaged`, `foreign-unfit`
 */
export function openForeign(source: ForeignSource): Promise<OpenedForeign | undefined> {
  return reading(source.name, async () => {
    for (const [name, format] of Object.entries(foreignFormats) as [ForeignFormatName, ForeignFormat][]) {
      if (!(await format.recognises(source))) continue;
      const model = await format.open(source);
      checkedNetwork(model.network);
      return { format: name, model };
    }
    return undefined;
  });
}
