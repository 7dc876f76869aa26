import { evaluateText } from '../../engine/generation/evaluate.ts';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { readPrepared } from '../../engine/text/intake/index.ts';
import { textFile } from '../../storage/files/text-file.ts';
import { temporaryFolder } from '../../storage/processes/temporary-folder.ts';
import type { Job } from '../job.ts';
import { warmModel } from './warm-model.ts';

/** Reading a text is quick beside predicting all of it. */
const READING_SHARE = 0.1;

/** Loss, accuracy, perplexity and bits per character of a model on a text. */
export const evaluate: Job<'evaluate'> = async ({ model: folder, path, ...given }, { signal, progress }) => {
  const loaded = await warmModel(folder);
  const onProgress = (fraction: number) => progress(READING_SHARE * fraction);
  const scratch = await temporaryFolder('scratch');
  const asItCame = textFile(join(scratch, 'text.txt'));
  const text = await readPrepared(path, asItCame, { ...given, like: loaded.vocabulary, signal, onProgress }).finally(
    async () => {
      await asItCame.end();
      await rm(scratch, { recursive: true, force: true });
    },
  );
  const { isSample: _, ...measured } = await evaluateText(loaded, text, {
    signal,
    onProgress: (fraction) => progress(READING_SHARE + (1 - READING_SHARE) * fraction),
  });
  return {
    ...measured,
    encoding: text.encoding,
    document: text.document,
    doubt: text.doubt,
    preparation: text.preparation,
  };
};
