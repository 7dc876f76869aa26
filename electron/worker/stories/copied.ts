import { stat } from 'node:fs/promises';
import type { JobInput } from '../../contract/worker.ts';
import { idsBehind } from '../../engine/text/prompts/prompt.ts';
import { copiedShare, copiedSpans, CorpusIndex } from '../../engine/text/statistics/copied-spans.ts';
import { separated, type Separated } from '../../engine/text/statistics/separated.ts';
import { SymbolPlaces } from '../../engine/text/statistics/symbol-places.ts';
import { SourceStream } from '../../engine/text/source-stream.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import type { Job } from '../job.ts';
import { modelVocabulary } from '../models/model-vocabulary.ts';
import { readIds } from './text-ids.ts';

type Text = JobInput<'copied'>['texts'][number];

/** A text that is searched. */
interface Searched {
  readonly index: CorpusIndex;
  readonly places: SymbolPlaces;
  readonly placeOf: Separated['placeOf'];
}

let kept: { key: string; searched: readonly Searched[] } | undefined;

async function search(
  { path, borders }: Text,
  vocabulary: Vocabulary,
  minimum: number,
  signal: AbortSignal,
): Promise<Searched> {
  const places = new SymbolPlaces(createTokenizer(vocabulary.tokenizer, vocabulary));
  const stream = new SourceStream(
    () => places,
    borders,
    () => places.length,
  );
  const onText = (piece: string) => stream.push(piece);
  const { ids, starts } = await readIds(path, vocabulary, { borders, signal, onText });
  stream.end();
  const apart = separated(ids, starts, vocabulary.size + 1);
  return { index: new CorpusIndex(apart.ids, minimum), places, placeOf: apart.placeOf };
}

/** What tells one text, as it is now, from every other. */
async function keyOf({ path, borders }: Text): Promise<string> {
  const { mtimeMs } = await onDisk(path, () => stat(path));
  return [path, mtimeMs, ...borders].join('|');
}

/**
 * Which stretches of a story stand in the texts that its model learnt from, and where there; their indexes stay for the
 * next story.
 */
export const copied: Job<'copied'> = async ({ model, texts, symbols, minimum }, { signal }) => {
  const { vocabulary, tokenizer } = await modelVocabulary(model);
  const key = [model, minimum, ...(await Promise.all(texts.map(keyOf)))].join('\n');
  if (kept?.key !== key) {
    kept = undefined;
    const searched: Searched[] = [];
    for (const text of texts) searched.push(await search(text, vocabulary, minimum, signal));
    kept = { key, searched };
  }
  const { searched } = kept;
  const story = idsBehind(undefined, symbols, tokenizer, vocabulary).map((id) => id ?? -1);
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
