import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { saveModel } from '../../electron/engine/formats/index.ts';
import { createKernels } from '../../electron/engine/kernels/index.ts';
import { portableRuntime } from '../../electron/engine/runtime/index.ts';
import { smallModel } from '../engine/formats/small-model.ts';
import type { ReadText } from './answers.ts';

/**
 * A small model with the symbols of a text. It has learnt nothing: what models are asked here hangs on their symbols, and
 * training takes longer than all the rest, and loading TensorFlow a second of processor time.
 */
export async function modelOf({ text, corpus }: ReadText): Promise<ReturnType<typeof smallModel>> {
  const { tokenizer, lowercase } = corpus.statistics;
  return smallModel(createKernels(portableRuntime('')), { tokenizer, lowercase }, text);
}

/** Writes such a model into a folder of models. @returns its id */
export async function writeModelOf(path: string, read: ReadText, models: string): Promise<string> {
  const { model, vocabulary, card } = await modelOf(read);
  const id = `model-of-${basename(path).toLowerCase()}`;
  await mkdir(join(models, id), { recursive: true });
  await saveModel(join(models, id), { model, vocabulary, card: { ...card, id, name: id } });
  model.dispose();
  return id;
}
