import { contest, type Detection } from '../contest.ts';
import { JOINABLE, type Encoding } from '../encodings.ts';
import { sampleOf } from '../signs.ts';
import { evidenceIn } from './evidence.ts';
import { JoinedDecoder, type FindTable } from './joined-decoder.ts';
import { joinedLabel } from './label.ts';
import { isRatherUtf8 } from './rather-utf-8.ts';
import { LETTERS } from './single-letters.ts';

/** How much lines must look like a language, and the share of their characters that may be damaged. */
const PLAUSIBLE = 0.35;
const DAMAGED = 0.01;
/** So many characters of UTF-8 no other table makes by chance. */
const CERTAIN = 6;
/** So many stand beside single letters of another table, and those are no more than so many times as many. */
const LEAST = 3;
const MOST_LETTERS = 2;
const WITH_LETTERS = joinedLabel('utf-8', LETTERS);

/** What lines that are not UTF-8 are; undefined where they look like no text at all. */
export function otherTable(bytes: Uint8Array, known?: Encoding): Detection | undefined {
  const { sample, cut } = sampleOf(bytes);
  const detection = contest(sample, cut, known ? JOINABLE.filter(({ name }) => name === known) : JOINABLE);
  const [{ text, replaced, plausibility }] = detection.readings;
  return replaced > DAMAGED * text.length || plausibility < PLAUSIBLE ? undefined : detection;
}

/** As the decoder asks for it. */
export const findTable: FindTable = (bytes, known) => otherTable(bytes, known)?.encoding;

/** What single letters among UTF-8 are: nothing to weigh. */
function withLetters(text: string): Detection {
  const encoding = WITH_LETTERS;
  return { encoding, confidence: 1, readings: [{ encoding, text, replaced: 0, log: 0, plausibility: 1 }] };
}

const together = (runs: readonly { bytes: Uint8Array }[]) => Buffer.concat(runs.map(({ bytes }) => bytes));

/** Whether both UTF-8 and another table are met in a sample, and which of them comes first. */
export function joinedIn(sample: Uint8Array): Detection | undefined {
  const found = evidenceIn(sample);
  if (!found || found.broken === 0 || found.valid < LEAST) return undefined;
  const decoder = new JoinedDecoder('utf-8', undefined, findTable);
  const text = decoder.decode(sample, true);
  const byTurns = found.broken < CERTAIN || found.valid < CERTAIN ? undefined : byTurnsIn(sample, decoder, text);
  if (byTurns || found.broken > MOST_LETTERS * found.valid) return byTurns;
  return decoder.encoding === WITH_LETTERS && decoder.replaced === 0 ? withLetters(text) : undefined;
}

/** @param decoder that has read the sample @param text as which it did */
function byTurnsIn(sample: Uint8Array, decoder: JoinedDecoder, text: string): Detection | undefined {
  const runs = decoder.runs.map(({ from, encoding }, at) => {
    const bytes = sample.subarray(from, decoder.runs[at + 1]?.from);
    return { encoding, bytes, valid: encoding === 'utf-8' ? (evidenceIn(bytes)?.valid ?? 0) : 0 };
  });
  if (!runs.some(({ valid }) => valid >= CERTAIN)) return undefined;
  const others = runs.filter(({ encoding, bytes }) => encoding !== 'utf-8' && bytes.length > 1);
  if (others.length === 0)
    return runs.length > 1 && decoder.replaced <= DAMAGED * text.length ? withLetters(text) : undefined;
  const detection = otherTable(together(others));
  const ours = together(runs.filter(({ encoding }) => encoding === 'utf-8'));
  if (!detection || !isRatherUtf8(ours, detection.encoding)) return undefined;
  const begins = runs[0].valid === 0;
  const named = (other: Encoding) => (begins ? joinedLabel(other, 'utf-8') : joinedLabel('utf-8', other));
  return {
    ...detection,
    encoding: named(detection.encoding),
    readings: detection.readings.map((reading) => ({ ...reading, encoding: named(reading.encoding) })),
  };
}
