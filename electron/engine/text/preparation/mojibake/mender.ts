import { tableOf } from '../../encodings/encodings.ts';
import { isLanguage, standingLanguages, type Misreading } from './contest.ts';
import {
  bytesOf,
  stretchesOf,
  unitsBeyond,
  WAYS,
  WIDE_READER,
  withStretches,
  writtenIn,
  type Stretch,
} from './other-tables.ts';
import { byteScoresOf, pairsIn, scoreOf, type ByteScores } from './scores.ts';

/** A line as it was written. */
export interface Mended {
  readonly text: string;
  /** stretches that were misread, and the units of them that are none of ASCII */
  readonly places: number;
  readonly units: number;
  /** the same of stretches that were left alone, though they might have been */
  readonly others: number;
}

/** By how much a line that may be either must be likelier as it was written, where not next to all of the text was misread. */
const DOUBT = 3;
/** By how much one of another Latin language must be likelier as it stands, where next to all was misread. */
const LATIN_DOUBT = 6;
/** By how much a stretch must be likelier as it stands to be left alone in a line that was misread. */
const STANDS = 4;

const ASCII_LETTER = /[A-Za-z]/;
const BLANK = 0x20;

interface Part extends Stretch {
  readonly bytes: Uint8Array;
  readonly to: string;
}

/** Writes the lines of a text that were misread in one way as they were before. */
export class Mender {
  readonly misreading: Misreading;
  readonly #isLatin: boolean;
  readonly #standing: ByteScores | undefined;
  readonly #written: ByteScores | undefined;

  constructor(misreading: Misreading) {
    const { read, real, language } = misreading;
    this.misreading = misreading;
    this.#isLatin = WAYS.some((way) => way.isLatin && way.read === read && way.real.includes(real));
    if (read !== WIDE_READER) this.#standing = byteScoresOf(read, standingLanguages(read));
    if (tableOf(real).decoder === 'bytes') this.#written = byteScoresOf(real, new Set([language]));
  }

  /** @param most whether next to all of the text was misread */
  mended(line: string, most: boolean): Mended {
    const { read, real } = this.misreading;
    const parts: Part[] = [];
    let others = 0;
    for (const stretch of stretchesOf(line, read, this.#written !== undefined)) {
      const to = writtenIn(stretch, real);
      if (to === undefined || !stretch.bytes) others += unitsBeyond(stretch.text);
      else if (to !== stretch.text) parts.push({ ...stretch, bytes: stretch.bytes, to });
    }
    const isMisread =
      parts.length > 0 && (this.#isLatin ? this.#isLatinMisread(line, parts, most) : this.#isMisread(parts, most));
    const chosen = parts.filter((part) => isMisread && (this.#isLatin || !this.#stands(part, most)));
    const all = parts.reduce((sum, part) => sum + unitsBeyond(part.text), 0);
    const units = chosen.reduce((sum, part) => sum + unitsBeyond(part.text), 0);
    return { text: withStretches(line, chosen), places: chosen.length, units, others: others + all - units };
  }

  #isMisread(parts: readonly Part[], most: boolean): boolean {
    const { log, pairs } = this.#asWritten(parts);
    if (most && isLanguage(log, pairs, this.misreading.language)) return true;
    return log > this.#asStanding(parts) + (most ? 0 : DOUBT);
  }

  /** Single words of one Latin language may be those of another: lines are judged as wholes, by their ASCII, too. */
  #isLatinMisread(line: string, parts: readonly Part[], most: boolean): boolean {
    const bytes = bytesOf(line, this.misreading.read) ?? joined(parts);
    const [written, standing] = [this.#written, this.#standing].map((scores) => scores?.best(bytes, true) ?? 0);
    return written > standing + (most ? -LATIN_DOUBT : DOUBT);
  }

  /** Whether one stretch reads better as it stands than as the line was misread. */
  #stands(part: Part, most: boolean): boolean {
    if (most && !ASCII_LETTER.test(part.text)) return false;
    return this.#asStanding([part]) > this.#asWritten([part]).log + STANDS;
  }

  #asStanding(parts: readonly Part[]): number {
    if (this.#standing) return this.#standing.best(joined(parts));
    return scoreOf(parts.map(({ text }) => text).join(' '), standingLanguages(this.misreading.read), false).log;
  }

  #asWritten(parts: readonly Part[]): { log: number; pairs: number } {
    const bytes = joined(parts);
    if (this.#written) return { log: this.#written.best(bytes), pairs: pairsIn(bytes) };
    return scoreOf(parts.map(({ to }) => to).join(' '), new Set([this.misreading.language]), false);
  }
}

/** The bytes of stretches, with a blank behind each. */
function joined(parts: readonly Part[]): Uint8Array {
  const blank = Uint8Array.of(BLANK);
  return Buffer.concat(parts.flatMap(({ bytes }) => [bytes, blank]));
}
