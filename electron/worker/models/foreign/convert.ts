import { withoutExtension } from '../../../contract/foreign-formats.ts';
import { nameOf } from '../../../contract/common.ts';
import { AesopError } from '../../../contract/errors.ts';
import { weightsFileBytes } from '../../../contract/network-size.ts';
import {
  asLearnt,
  asScaled,
  namedVocabulary,
  openForeign,
  saveForeign,
  unknownLast,
  withoutPad,
  vocabularyBeside,
  type ForeignSource,
  type FoundVocabulary,
  type LearntText,
  type Wanted,
} from '../../../engine/formats/import/index.ts';
import { requireSpace } from '../../../storage/models/model-intake.ts';
import type { JobInput } from '../../../contract/worker.ts';
import type { Job } from '../../job.ts';
import { openSource } from './open-source.ts';

async function vocabularyFor(
  { vocabulary }: Pick<JobInput<'convert'>, 'vocabulary'>,
  sources: readonly ForeignSource[],
  wanted: Wanted,
): Promise<FoundVocabulary | LearntText> {
  if (!vocabulary) return vocabularyBeside(sources, wanted);
  const beside = await openSource(vocabulary.path, vocabulary.name);
  try {
    return await namedVocabulary(beside, vocabulary.name, wanted);
  } finally {
    await beside.close();
  }
}

/** Makes a model folder of what another program saved, checked before memory is taken for it. */
export const convert: Job<'convert'> = async (input, context) => {
  const { path, name, folder, id, called, beside, idScale } = input;
  const source = await openSource(path, name, beside);
  try {
    const opened = await openForeign(source);
    if (!opened) throw new AesopError('not-a-model', { name });
    const { format, source: inner } = opened;
    const { network, skipsZero } = opened.model;
    const { vocabularySize } = network;
    await requireSpace(folder, weightsFileBytes(network, vocabularySize), name);
    const sources = inner === source ? [source] : [inner, source];
    const said = await vocabularyFor(input, sources, { name, symbols: vocabularySize, skipsZero });
    const numbered =
      'vocabulary' in said
        ? { model: asScaled(opened.model, idScale, name), found: said }
        : await asLearnt(opened.model, said, idScale);
    const padless = withoutPad(numbered.model, numbered.found, name);
    const { model, found } = unknownLast(padless.model, padless.found);
    const { node, icu = '' } = process.versions;
    const versions = { aesop: process.env.AESOP_VERSION ?? '', node, icu };
    const adopted = { format, model, found, id, file: name, versions };
    const shown = called ?? nameOf(model.name ?? withoutExtension(name), id);
    return await saveForeign(folder, { ...adopted, name: shown }, context);
  } finally {
    await source.close();
  }
};
