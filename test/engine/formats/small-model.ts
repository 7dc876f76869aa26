import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { defaultHyperparameters, type Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import type { CardDetails, LoadedModel } from '../../../electron/engine/formats/index.ts';
import type { Kernels } from '../../../electron/engine/kernels/index.ts';
import { LanguageModel, modelConfig } from '../../../electron/engine/model/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { createTokenizer } from '../../../electron/engine/text/tokenizers/tokenizers.ts';
import { VocabularyBuilder } from '../../../electron/engine/text/vocabulary/vocabulary-builder.ts';
import type { Vocabulary, VocabularyLimits } from '../../../electron/engine/text/vocabulary/vocabulary.ts';

export const FABLE = [
  'long ago , the mice had a general council to consider what measures they could take to outwit their common enemy ,',
  'the cat . some said this , and some said that ; but at last a young mouse got up and said he had a proposal to make .',
].join(' ');

/** Vocabulary of a text, cut as the hyperparameters say. */
export function vocabularyOf(text: string, h: Hyperparameters, limits: VocabularyLimits = {}): Vocabulary {
  const tokenizer = createTokenizer(h.tokenizer, h);
  const builder = new VocabularyBuilder();
  for (const symbol of tokenizer.encode(text)) builder.add(symbol, 0, symbol.length);
  return builder.build(h, limits).vocabulary;
}

/** A tiny untrained model; the same settings give the same weights, all of them at work. */
export function smallModel(
  kernels: Kernels,
  settings: Partial<Hyperparameters> = {},
  text = FABLE,
): LoadedModel & { card: CardDetails & LoadedModel['card'] } {
  const hyperparameters = {
    ...defaultHyperparameters(),
    ...{ tokenizer: 'whitespace' as const, embeddingSize: 6, units: 6 },
    ...settings,
  };
  const vocabulary = vocabularyOf(text, hyperparameters, hyperparameters);
  const model = LanguageModel.create(modelConfig(hyperparameters, vocabulary.size), kernels, new Random(1));
  const random = new Random(2);
  for (const parameter of model.parameters)
    parameter.assign(parameter.values().map((value) => value + 0.5 * random.normal()));
  return {
    model,
    vocabulary,
    tokenizer: createTokenizer(vocabulary.tokenizer, vocabulary),
    card: {
      version: 1,
      id: 'small',
      name: 'Small',
      corpus: { name: 'Fable', sha256: '0'.repeat(64), symbols: 44, language: 'en' },
      hyperparameters,
      vocabularySize: vocabulary.size,
      parameters: model.parameterCount,
      step: 0,
      seconds: 0,
      metrics: { loss: null, accuracy: null, perplexity: null },
      prompt: 'had a general',
      engine: 'test',
      versions: { aesop: '0.0.0' },
      createdAt: '2026-01-01T00:00:00Z',
      files: {},
    },
  };
}

/** A new empty folder that lives as long as the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aesop-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
