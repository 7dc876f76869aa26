import { withoutExtension } from '../../../contract/foreign-formats.ts';
import { nameOf } from '../../../contract/common.ts';
import { AesopError } from '../../../contract/errors.ts';
import { weightsFileBytes } from '../../../contract/network-size.ts';
import {
  namedVocabulary,
  openForeign,
  saveForeign,
  vocabularyBeside,
  type FoundVocabulary,
  type OpenedForeign,
} from '../../../engine/formats/import/index.ts';
import { requireSpace } from '../../../storage/models/model-intake.ts';
import type { JobInput } from '../../../contract/worker.ts';
import type { Job } from '../../job.ts';
import { openSource, type OpenSource } from './open-source.ts';

/** The model in a source, or in an archive that is one of its files: a `.keras` in a folder is. @throws AesopError `not-a-model` */
async function modelIn(source: OpenSource): Promise<OpenedForeign> {
  const opened = await openForeign(source);
  if (opened) return opened;
  for (const file of source.files) {
    const packed = await source.within(file);
    const inner = packed && (await openForeign(packed));
    if (inner) return inner;
  }
  throw new AesopError('not-a-model', { name: source.name });
}

async function vocabularyFor(
  { vocabulary }: Pick<JobInput<'convert'>, 'vocabulary'>,
  source: OpenSource,
  symbols: number,
): Promise<FoundVocabulary> {
  const wanted = { name: source.name, symbols };
  if (!vocabulary) return vocabularyBeside(source, wanted);
  const beside = await openSource(vocabulary.path, vocabulary.name);
  try {
    return await namedVocabulary(beside, vocabulary.name, wanted);
  } finally {
    await beside.close();
  }
}

/** Makes a model folder of what another program saved, checked before memory is taken for it. */
export const convert: Job<'convert'> = async (input, context) => {
  const { path, name, folder, id, called } = input;
  const source = await openSource(path, name);
  try {
    const { format, model } = await modelIn(source);
    const { vocabularySize } = model.network;
    await requireSpace(folder, weightsFileBytes(model.network, vocabularySize), name);
    const found = await vocabularyFor(input, source, vocabularySize);
    const { node, icu = '' } = process.versions;
    const versions = { aesop: process.env.AESOP_VERSION ?? '', node, icu };
    const adopted = { format, model, found, id, file: name, versions };
    const shown = called ?? nameOf(model.name ?? withoutExtension(name), id);
    return await saveForeign(folder, { ...adopted, name: shown }, context);
  } finally {
    await source.close();
  }
};
