import { isAscii } from 'node:buffer';
import { contest, decided, HEAD_BYTES, isText, isUtf16, replacedIn, type Detection } from './contest.ts';
import { encodingOfMark, GUESSED } from './encodings.ts';
import { EBCDIC, isEbcdic } from './ebcdic.ts';
import { joinedIn } from './joined/other-table.ts';
import { sevenBitsOf } from './seven-bits.ts';
import { charactersBeyondAscii, sampleOf, utf16Of, utf32Of } from './signs.ts';
import { decodeBytes } from './text-decoder.ts';

/** Bytes of its mark. */
const UTF8_MARK = 3;
/** So many of them, or no more than so large a share of the text, and there is no doubt. */
const SURE_UTF8 = 6;
const SURE_SHARE = 0.2;
/**
 * Guesses the encoding of a text: byte order mark; UTF-32, EBCDIC and tables of seven bits by their signs; strict UTF-8; then every known
 * encoding is read, and the one is taken in which letters follow letters as they do in a language that it is used for.
 * @param bytes the whole text, or its first stretch
 * @param start whether the text begins here: else two bytes to a character cannot begin any more
 */
export function detectEncoding(bytes: Uint8Array, start = true): Detection {
  const marked = start ? encodingOfMark(bytes) : undefined;
  if (marked === 'utf-8' && isBelied(bytes)) {
    let skip = UTF8_MARK;
    while (encodingOfMark(bytes.subarray(skip)) === 'utf-8') skip += UTF8_MARK;
    return { ...detectEncoding(bytes.subarray(skip)), skip };
  }
  const { sample, cut } = sampleOf(bytes);
  if (marked) return decided(marked, bytes.subarray(0, HEAD_BYTES), bytes.length > HEAD_BYTES);
  const head = bytes.subarray(0, HEAD_BYTES);
  const wide = start ? (utf32Of(head) ?? utf16Of(head)) : undefined;
  if (wide) return decided(wide, head, head.length < bytes.length);
  const seven = sevenBitsOf(start ? bytes : sample);
  if (seven) return decided(seven, sample, cut);
  const controls = head.some((byte) => byte < 9);
  if (!controls && isSurelyUtf8(sample, cut)) return decided('utf-8', sample, cut);
  if (start && isEbcdic(sample)) return contest(sample, cut, EBCDIC);
  const joined = controls ? undefined : joinedIn(sample);
  if (joined) return joined;
  if (start && (controls || !isAscii(head)) && head.length > 3) {
    const heads = contest(head, head.length < bytes.length, GUESSED);
    heads.readings = heads.readings.filter(
      ({ encoding, text, replaced }) => !isUtf16(encoding) || isText(text, replaced),
    );
    heads.encoding = heads.readings[0].encoding;
    if (isUtf16(heads.encoding) || sample.length === head.length) return preferUtf8(heads, controls);
  }
  if (isAscii(sample)) return decided('utf-8', sample, cut);
  return preferUtf8(
    contest(
      sample,
      cut,
      GUESSED.filter(({ name }) => !isUtf16(name)),
    ),
    controls,
  );
}

/** Whether the mark of UTF-8 stands before what is none: some programs write it before any table. */
function isBelied(bytes: Uint8Array): boolean {
  const { sample, cut } = sampleOf(bytes.subarray(UTF8_MARK));
  const text = decodeBytes(sample, 'utf-8', cut);
  return 2 * replacedIn(text) > charactersBeyondAscii(text);
}

/** Whether there is nothing to weigh: most texts are such. */
function isSurelyUtf8(sample: Uint8Array, cut: boolean): boolean {
  const text = decodeBytes(sample, 'utf-8', cut);
  return !text.includes('\ufffd') && charactersBeyondAscii(text) >= SURE_UTF8;
}

/** What reads as UTF-8 without a fault, and in more than a few places, is UTF-8. */
function preferUtf8(detection: Detection, controls: boolean): Detection {
  const found = detection.readings.find(({ encoding }) => encoding === 'utf-8');
  if (!found || found.replaced || isUtf16(detection.encoding)) return detection;
  const beyond = [...found.text].filter((character) => character > '\u007f').length;
  const sure = beyond >= SURE_UTF8 || (beyond <= SURE_SHARE * found.text.length && !controls);
  if (!sure && detection.encoding !== 'utf-8') return detection;
  const confidence = sure || detection.encoding === 'utf-8' ? 1 : detection.confidence;
  return { encoding: 'utf-8', confidence, readings: [found, ...detection.readings.filter((each) => each !== found)] };
}
