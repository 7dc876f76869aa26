import { AesopError } from '../../../contract/errors.ts';
import type { ForeignFormatName } from '../../../contract/foreign-formats.ts';
import { checkedNetwork } from './checked-network.ts';
import { reading } from './faults.ts';
import type { ForeignFormat, ForeignModel, ForeignSource } from './foreign-model.ts';
import { h5 } from './h5/index.ts';
import { keras } from './keras/index.ts';
import { onnx } from './onnx/index.ts';
import { safetensors } from './safetensors.ts';
import { onlyOne } from './sources.ts';
import { tfjs } from './tfjs/index.ts';

export type { ForeignFile, ForeignFormat, ForeignModel, ForeignNetwork, ForeignSource } from './foreign-model.ts';
export { saveForeign, type Adopted } from './save-foreign.ts';
export { asScaled } from './numbering/id-scale.ts';
export { asLearnt } from './numbering/as-learnt.ts';
export { withoutPad } from './numbering/without-pad.ts';
export { unknownLast } from './numbering/unknown-last.ts';
export {
  namedVocabulary,
  vocabularyBeside,
  type FoundVocabulary,
  type LearntText,
  type Wanted,
} from './vocabulary/find-vocabulary.ts';

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
  /** where it lies: what was given, or an archive in it */
  readonly source: ForeignSource;
}

interface Found {
  readonly format: ForeignFormatName;
  readonly source: ForeignSource;
  readonly file: string;
}

async function findIn(source: ForeignSource): Promise<Found[]> {
  const found: Found[] = [];
  for (const [format, { find }] of Object.entries(foreignFormats) as [ForeignFormatName, ForeignFormat][])
    for (const file of await find(source)) found.push({ format, source, file });
  return found;
}

/** Every model in a source, and in the archives among its files: a `.keras` in a folder is one. */
async function findModels(source: ForeignSource): Promise<Found[]> {
  const found = await findIn(source);
  const faults: AesopError[] = [];
  for (const file of source.files)
    try {
      const packed = await source.within(file);
      if (packed) found.push(...(await findIn(packed)));
    } catch (thrown) {
      if (!(thrown instanceof AesopError)) throw thrown;
      faults.push(thrown);
    }
  // an archive that is torn does no harm beside a model
  if (found.length === 0 && faults.length > 0) throw faults[0];
  return found;
}

/**
 * Opens what other programs saved; nothing where no format knows it.
 * @throws AesopError as a fault says, `foreign-incomplete` where there is more than one
 */
export function openForeign(source: ForeignSource): Promise<OpenedForeign | undefined> {
  return reading(source.name, async () => {
    const found = await findModels(source);
    if (found.length === 0) return undefined;
    onlyOne(found.map(({ source: place, file }) => (place === source ? file : place.name)));
    const [{ format, source: place, file }] = found;
    const model = await foreignFormats[format].open(place, file);
    checkedNetwork(model.network);
    return { format, model, source: place };
  });
}
