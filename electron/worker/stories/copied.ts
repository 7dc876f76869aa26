import { stat } from 'node:fs/promises';
import { idsBehind } from '../../engine/text/prompts/prompt.ts';
import { copiedShare, copiedSpans, CorpusIndex } from '../../engine/text/statistics/copied-spans.ts';
import { separated, type Separated } from '../../engine/text/statistics/separated.ts';
import { SymbolPlaces } from '../../engine/text/statistics/symbol-places.ts';
import { SourceStream } from '../../engine/text/source-stream.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import type { Job } from '../job.ts';
import { modelVocabulary } from '../models/model-vocabulary.ts';
import { readIds } from './text-ids.ts';

let kept: { key: string; index: CorpusIndex; places: SymbolPlaces; placeOf: Separated['placeOf'] } | undefined;

/**
 * Which stretches of a story stand in the text that its model learnt from, and where there; the text's index stays for the
 * next story.
 */
export const copied: Job<'copied'> = async ({ model, text, borders, symbols, minimum }, { signal }) => {
  const { vocabulary, tokenizer } = await modelVocabulary(model);
  const { mtimeMs } = await onDisk(text, () => stat(text));
  const key = [model, text, mtimeMs, minimum, ...borders].join('|');
  if (kept?.key !== key) {
    const places = new SymbolPlaces(createTokenizer(vocabulary.tokenizer, vocabulary));
    const stream = new SourceStream(
      () => places,
      borders,
      () => places.length,
    );
    const onText = (piece: string) => stream.push(piece);
    const { ids, starts } = await readIds(text, vocabulary, { borders, signal, onText });
    stream.end();
    const apart = separated(ids, starts, vocabulary.size + 1);
    kept = { key, index: new CorpusIndex(apart.ids, minimum), places, placeOf: apart.placeOf };
  }
  const { index, places, placeOf } = kept;
  const story = idsBehind(undefined, symbols, tokenizer, vocabulary).map((id) => id ?? -1);
  const spans = copiedSpans(story, index);
  return {
    spans: spans.map((span) => {
      const position = placeOf(span.position);
      return { ...span, position, ...places.stretch(position, span.length) };
    }),
    share: copiedShare(spans, story.length),
  };
};
