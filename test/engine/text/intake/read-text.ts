import {
  inMemory,
  isPrepared,
  readPrepared,
  type PreparedCorpus,
} from '../../../../electron/engine/text/intake/index.ts';

/** A file, or its bytes, and its text as it is learnt. */
export async function readText(
  from: Parameters<typeof readPrepared>[0],
  options: Parameters<typeof readPrepared>[2] = {},
): Promise<{ corpus: PreparedCorpus; text: string }> {
  const [asItCame, prepared] = [inMemory(), inMemory()];
  const corpus = await readPrepared(from, asItCame, { ...options, prepared });
  return { corpus, text: (isPrepared(corpus) ? prepared : asItCame).text };
}
