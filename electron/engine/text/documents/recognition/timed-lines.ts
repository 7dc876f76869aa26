/** Subtitles of older programs: a line a cue, the time before what is said, a bar between what is shown below one another. */
export type TimedLines = 'microdvd' | 'mpl2' | 'tmplayer';

interface Form {
  /** when it is shown, when no longer where it says so, and what is said */
  readonly cue: RegExp;
  /** the first number, or hours, minutes and seconds, in seconds */
  readonly seconds: (time: string) => number;
  /** of each cue there is an end */
  readonly ends: boolean;
}

/** Frames a second, where no cue says so: within one file only how long a gap is matters. */
const FRAMES = 25;
const clock = (time: string) => time.split(':').reduce((seconds, part) => 60 * seconds + Number(part), 0);

const FORMS: Readonly<Record<TimedLines, Form>> = {
  microdvd: {
    cue: /^\{(\d{1,8})\}\{(\d{0,8})\}(.*)$/,
    seconds: (time) => Number(time) / FRAMES,
    ends: true,
  },
  mpl2: { cue: /^\[(\d{1,7})\]\[(\d{0,7})\](.*)$/, seconds: (time) => Number(time) / 10, ends: true },
  tmplayer: { cue: /^(\d{1,2}:\d{2}:\d{2})(?:,\d{1,2})?[:=](?! )(.*)$/, seconds: clock, ends: false },
};
export const timedLines = Object.keys(FORMS) as TimedLines[];

/** A cue; times are in seconds, `to` is missing where only its beginning is told. */
export interface TimedLine {
  readonly from: number;
  readonly to?: number;
  readonly said: string;
}

export function timedLineOf(line: string, format: TimedLines): TimedLine | undefined {
  const { cue, seconds, ends } = FORMS[format];
  const match = cue.exec(line);
  if (!match) return undefined;
  const from = seconds(match[1]);
  const said = match.at(-1) ?? '';
  return ends && match[2] ? { from, to: seconds(match[2]), said } : { from, said };
}

const LEAST_CUES = 3;
/** A film begins at its beginning, seconds; a log of a day seldom does. */
const BEGINS_WITHIN = 900;

/** Which of them a text is, whose every line is a cue: they come one after the other, from the beginning of a film on. */
export function timedLinesIn(text: string, whole: boolean): TimedLines | undefined {
  const format = timedLines.find((each) => FORMS[each].cue.test(text.trimStart().split('\n', 1)[0]));
  if (!format) return undefined;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (!whole) lines.pop();
  let last = 0;
  const isNext = (line: string): boolean => {
    const cue = timedLineOf(line, format);
    if (!cue || cue.from < last) return false;
    last = cue.from;
    return true;
  };
  const cues = lines.filter(isNext).length;
  const first = timedLineOf(lines[0], format)?.from ?? Infinity;
  return cues >= LEAST_CUES && cues >= 0.95 * lines.length && first < BEGINS_WITHIN ? format : undefined;
}
