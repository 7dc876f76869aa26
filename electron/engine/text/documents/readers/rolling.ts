/** What is shown at once, and when, in seconds; where nothing says when, cues follow one another. */
export interface Cue {
  readonly from?: number;
  readonly to?: number;
  readonly lines: readonly string[];
}

/** How captions of a file come: each line rolls up when the next one comes, or grows word by word; or neither. */
export interface Rolling {
  readonly rolls: boolean;
  readonly grows: boolean;
}

/** Seconds between two cues of which the second one still shows what the first did. */
const CLOSE = 0.05;
/** The same where captions are known to roll: nobody spoke for a while. */
const PAUSE = 10;
/** Seconds: what is shown no longer is not read, and shows the last line on while the next one comes. */
const BRIEF = 0.3;
/** Lines shown at once, at most. */
const MOST_LINES = 8;
const LEAST = 2;
const ROLLING_SHARE = 1 / 3;
const GROWING_SHARE = 1 / 2;

const gap = ({ to }: Cue, { from }: Cue) => (to === undefined || from === undefined ? 0 : from - to);
const isLater = ({ from }: Cue, { from: next }: Cue) => from === undefined || next === undefined || next >= from;
const isBrief = ({ from, to }: Cue) => from !== undefined && to !== undefined && to - from < BRIEF;

/** How many lines at the end of a cue are the first ones of the next; the last of them may have grown there. */
function overlap({ lines: before }: Cue, { lines }: Cue, grows: boolean): number {
  const fits = (count: number) =>
    lines.slice(0, count).every((line, at) => {
      const shown = before[before.length - count + at];
      return line === shown || (grows && at === count - 1 && line.startsWith(`${shown} `));
    });
  for (let count = Math.min(before.length, lines.length, MOST_LINES); count > 0; count--) if (fits(count)) return count;
  return 0;
}

/** How captions come, by the first of them. */
export function rollingIn(cues: readonly Cue[]): Rolling {
  let [close, rolled, grown] = [0, 0, 0];
  for (const [at, cue] of cues.entries()) {
    const before = cues[at - 1];
    if (at === 0 || !isLater(before, cue) || gap(before, cue) > CLOSE) continue;
    close++;
    const shared = overlap(before, cue, false);
    if (shared > 0 && shared < cue.lines.length) rolled++;
    else if (shared === 0 && overlap(before, cue, true) > 0) grown++;
  }
  return {
    rolls: rolled >= LEAST && rolled >= ROLLING_SHARE * close,
    grows: grown >= 2 * LEAST && grown >= GROWING_SHARE * close,
  };
}

/**
 * What of a cue was shown before. A refrain has a cue of its own that is shown as long as any, and nothing rolls above it.
 * @returns its lines that are shown on, and what of the last of them is not new, UTF-16 units; undefined where all of it is
 */
export function shownBefore(
  before: Cue | undefined,
  cue: Cue,
  { rolls, grows }: Rolling,
): { lines: number; length: number } | undefined {
  if (!before || !isLater(before, cue)) return undefined;
  const lines = overlap(before, cue, grows);
  if (lines === 0) return undefined;
  const between = gap(before, cue);
  const isSame = lines === cue.lines.length && cue.lines[lines - 1] === before.lines.at(-1);
  const isShownOn = isSame ? rolls || grows || between < -CLOSE || isBrief(cue) || isBrief(before) : true;
  if (!isShownOn || between > (rolls && !isSame ? PAUSE : CLOSE)) return undefined;
  return { lines, length: before.lines.at(-1)!.length };
}
