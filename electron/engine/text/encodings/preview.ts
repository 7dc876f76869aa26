import type { TextPreview } from '../../../contract/corpus.ts';
import { AesopError } from '../../../contract/errors.ts';
import { plausibility } from './contest.ts';
import { alternativesTo, TextReader } from './decode.ts';
import { detectEncoding } from './detect-encoding.ts';
import { resolveEncoding } from './encodings.ts';
import { openBytes } from './file-bytes.ts';
import { runsOf } from './joined/runs.ts';
import { findTrouble, LONGEST_CHARACTER } from './trouble.ts';

/** What is read of a long text: enough to judge by, little enough to answer at once. */
const HEAD_BYTES = 1 << 21;
const SAMPLE_CHARACTERS = 1_000;

/**
 * How a text file would read, judged by its first 2 MB; nothing is kept, and nothing but a file that is no text refused.
 * @param name what the text is called
 * @param encoding read as this one instead of guessing; the others are offered all the same
 * @throws AesopError file-missing, file-is-folder, no-permission, encoding-unknown, text-empty, text-binary,
 * text-table-unread
 */
export async function previewFile(path: string, name: string, encoding?: string): Promise<TextPreview> {
  const forced = encoding && resolveEncoding(encoding);
  const { bytes, size } = await openBytes(path, HEAD_BYTES);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  const all = Buffer.concat(pieces);
  if (!all.length) throw new AesopError('text-empty', { name });
  const whole = all.length < HEAD_BYTES;
  const reader = new TextReader({ name, encoding: forced });
  const text = reader.push(all) + reader.rest(!whole);
  const { encoding: chosen, confidence, replaced, skipped } = reader;
  const head = all.subarray(skipped);
  const trouble = findTrouble(head, chosen).filter(({ offset }) => whole || offset < head.length - LONGEST_CHARACTER);
  return {
    name,
    bytes: Math.max(size, all.length),
    encoding: chosen,
    confidence,
    replaced: trouble.length && replaced,
    plausibility: Math.min(...runsOf(head, chosen).map((run) => plausibility(run.bytes, run.encoding))),
    sample: [...text.slice(0, 2 * SAMPLE_CHARACTERS)].slice(0, SAMPLE_CHARACTERS).join(''),
    trouble,
    alternatives: forced ? alternativesTo(chosen, detectEncoding(all).readings) : reader.alternatives,
  };
}
