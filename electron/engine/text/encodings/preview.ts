import type { TextPreview } from '../../../contract/corpus.ts';
import { AesopError } from '../../../contract/errors.ts';
import { BinaryJudge, occurrences } from './binary.ts';
import { alternativesTo } from './decode.ts';
import { plausibility } from './contest.ts';
import { detectEncoding } from './detect-encoding.ts';
import { isWide, resolveEncoding } from './encodings.ts';
import { openBytes } from './file-bytes.ts';
import { normalizeText } from './normalize.ts';
import { decodeBytes } from './text-decoder.ts';
import { findTrouble } from './trouble.ts';
import { refuseUnread } from './unread.ts';

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
  if (!forced) refuseUnread(all, name);
  const detection = detectEncoding(all);
  const head = forced ? all : all.subarray(detection.skip);
  const chosen = forced || detection.encoding;
  const whole = all.length < HEAD_BYTES;
  const text = decodeBytes(head, chosen, !whole);
  const judge = new BinaryJudge(name);
  judge.take(text, isWide(chosen));
  judge.end();
  const trouble = findTrouble(head, chosen).filter(({ offset }) => whole || offset < head.length - 4);
  return {
    name,
    bytes: Math.max(size, all.length),
    encoding: chosen,
    confidence: forced ? 1 : detection.confidence,
    replaced: trouble.length && occurrences('\ufffd', text),
    plausibility: plausibility(head, chosen),
    sample: normalizeText([...text.slice(0, 2 * SAMPLE_CHARACTERS)].slice(0, SAMPLE_CHARACTERS).join('')),
    trouble,
    alternatives: alternativesTo(chosen, detection.readings),
  };
}
