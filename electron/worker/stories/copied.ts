import { idsBehind } from '../../engine/text/prompts/prompt.ts';
import { copiedShare, copiedSpans } from '../../engine/text/statistics/copied-spans.ts';
import type { Job } from '../job.ts';
import { modelVocabulary } from '../models/model-vocabulary.ts';
import { TextIndexes } from './text-indexes.ts';

const indexes = new TextIndexes();

/** Which stretches of a story stand in the texts that its model learnt from, and where there. */
export const copied: Job<'copied'> = async ({ model, texts, symbols, minimum }, { signal }) => {
  const read = await modelVocabulary(model);
  const searched = await indexes.of(texts, read, minimum, signal);
  const story = idsBehind(undefined, symbols, read.tokenizer, read.vocabulary).map((id) => id ?? -1);
  const spans = copiedSpans(
    story,
    searched.map(({ index }) => index),
  );
  return {
    spans: spans.map(({ corpus, ...span }) => {
      const { placeOf, places } = searched[corpus];
      const position = placeOf(span.position);
      return { ...span, corpus: texts[corpus].id, position, ...places.stretch(position, span.length) };
    }),
    share: copiedShare(spans, story.length),
  };
};
