import { Random } from '../../electron/engine/random.ts';

const SEED = Number(process.env.AESOP_HARNESS_SEED ?? 1);
const MINUTES = Number(process.env.AESOP_HARNESS_MINUTES ?? 0);

/** How long a test of the harness may take, milliseconds: as long as it was asked to go on, and its usual minute. */
export const HARNESS_TIMEOUT = (MINUTES + 5) * 60_000;

/** One attempt at breaking something: whatever is random in it comes from `random`, so that it can be made again. */
export interface Round {
  readonly number: number;
  readonly random: Random;
  /** for the message of a failed assertion */
  readonly name: string;
}

/**
 * The rounds of one part of the harness: always the same `count` of them, or, where AESOP_HARNESS_MINUTES asks for
 * hours, as many as fit in that time. AESOP_HARNESS_SEED begins elsewhere; a round that failed says which seed.
 * @param part name of the part, so that two parts do not draw alike
 */
export function* rounds(part: string, count: number): Generator<Round> {
  const label = [...part].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7);
  const until = performance.now() + MINUTES * 60_000;
  for (let number = 0; MINUTES > 0 ? performance.now() < until : number < count; number++) {
    const seed = SEED + number;
    yield { number, random: new Random(seed).fork(label), name: `${part}, AESOP_HARNESS_SEED=${seed}` };
  }
}
