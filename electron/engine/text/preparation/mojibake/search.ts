import type { Encoding } from '../../encodings/encodings.ts';
import { contest, LONGEST_LOOKED_AT, standingLanguages, type Misreading } from './contest.ts';
import { bytesOf, mayHaveRead, unitsBeyond, WAYS, WIDE_READER, type Way } from './other-tables.ts';
import { byteScoresOf, pairsIn } from './scores.ts';

/** Units of lines that are looked at together at most. */
const SAMPLE = 1 << 15;
/** Units beyond ASCII with which a first look is worth while; each next one is at twice as many. */
const FIRST_LOOK = 24;
/** So many lines are looked at one behind the other, and then one of so many. */
const LOOKED_AT = 256;
const STRIDE = 64;
/** A line whose pairs are as likely as that, as a mean of logarithms, reads well as it stands. */
const READS_WELL = -4.2;

interface Sample {
  readonly lines: string[];
  units: number;
  beyond: number;
  next: number;
}

/** What was seen of a text. */
export interface Seen {
  readonly misreading: Misreading;
  /** those that were looked at for it */
  readonly lines: readonly string[];
  /** units beyond ASCII of all other lines */
  readonly others: number;
}

/** Looks in a text, line by line, for letters of one table that were read by another, until it is sure how. */
export class Search {
  readonly #samples = new Map<Way, Sample>();
  #lines: number;
  #beyond = 0;

  /** @param isSeen whether the beginning was looked at before, and nothing seen */
  constructor(isSeen: boolean) {
    this.#lines = isSeen ? LOOKED_AT : 0;
  }

  /** @returns how the lines so far were misread, as soon as that is sure */
  line(text: string): Seen | undefined {
    const at = this.#lines++;
    this.#beyond += unitsBeyond(text);
    if (at > LOOKED_AT && at % STRIDE !== 0) return undefined;
    const line = text.slice(0, LONGEST_LOOKED_AT);
    const beyond = unitsBeyond(line);
    let isDue = false;
    for (const way of WAYS) {
      const { read, isLatin } = way;
      if (!mayHaveRead(line, read) || (!isLatin && readsWell(line, read))) continue;
      let sample = this.#samples.get(way);
      if (!sample) this.#samples.set(way, (sample = { lines: [], units: 0, beyond: 0, next: FIRST_LOOK }));
      if (sample.units >= SAMPLE) continue;
      sample.lines.push(line);
      sample.units += line.length;
      sample.beyond += beyond;
      isDue ||= sample.beyond >= sample.next;
    }
    return isDue ? this.look() : undefined;
  }

  /** The same of what has come, be it ever so little. */
  look(): Seen | undefined {
    let gain = 0;
    let best: Seen | undefined;
    for (const [way, sample] of this.#samples) {
      while (sample.next <= sample.beyond) sample.next *= 2;
      const misreading = contest(sample.lines, way);
      if (!misreading || misreading.gain <= gain) continue;
      gain = misreading.gain;
      best = { misreading, lines: sample.lines, others: this.#beyond - sample.beyond };
    }
    return best;
  }
}

/** Whether a line is text as it stands. */
function readsWell(line: string, read: Encoding): boolean {
  const bytes = read === WIDE_READER ? undefined : bytesOf(line, read);
  return bytes !== undefined && byteScoresOf(read, standingLanguages(read)).best(bytes) >= READS_WELL * pairsIn(bytes);
}
