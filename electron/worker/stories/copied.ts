import { stat } from 'node:fs/promises';
import { idsBehind } from '../../engine/text/prompts/prompt.ts';
import { copiedShare, copiedSpans, CorpusIndex } from '../../engine/text/statistics/copied-spans.ts';
import { SymbolPlaces } from '../../engine/text/statistics/symbol-places.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import type { Job } from '../job.ts';
import { modelVocabulary } from '../models/model-vocabulary.ts';
import { readIds } from './text-ids.ts';

let kept: { key: string; index: CorpusIndex; places: SymbolPlaces } | undefined;

/**
 * Which stretches of a story stand in the text that its model learnt from, and where there; the text's index stays for the
 * next story.
 */
export const copied: Job<'copied'> = async ({ model, text, symbols, minimum }, { signal }) => {
  const { vocabulary, tokenizer } = await modelVocabulary(model);
  const { mtimeMs } = await onDisk(text, () => stat(text));
  const key = [model, text, mtimeMs, minimum].join('|');
  if (kept?.key !== key) {
    const places = new SymbolPlaces(createTokenizer(vocabulary.tokenizer, vocabulary));
    const ids = await readIds(text, vocabulary, { signal, onText: (piece) => places.push(piece) });
    places.end();
    kept = { key, index: new CorpusIndex(ids, minimum), places };
  }
  const { index, places } = kept;
  const story = idsBehind(undefined, symbols, tokenizer, vocabulary).map((id) => id ?? -1);
  const spans = copiedSpans(story, index);
  return {
    spans: spans.map((span) => ({ ...span, ...places.stretch(span.position, span.length) })),
    share: copiedShare(spans, story.length),
  };
};
