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
const timedLines = Object.keys(FORMS) as TimedLines[];

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
/** So much of a file is cues that come one after the other and can be read while they are shown. */
const LEAST_SHARE = 0.95;
const LEAST_READ = 0.8;
/** Nobody reads what is shown for less, nor is anything shown for longer, seconds. */
const SHORTEST = 0.3;
const LONGEST = 60;
/** Of sentences, no more begin alike: lines of a log begin with how grave they are. */
const MOST_ALIKE = 0.5;
const ALIKE_AMONG = 8;
const WORD = /\p{L}[\p{L}\p{N}]*/u;

/** Whether a cue says something, and long enough for somebody to read it. */
function isRead({ from, to, said }: TimedLine): boolean {
  return WORD.test(said) && (to === undefined || (to - from >= SHORTEST && to - from <= LONGEST));
}

/** Whether most of some sentences begin with one word. */
function beginAlike(cues: readonly TimedLine[]): boolean {
  const times = new Map<string, number>();
  for (const { said } of cues) {
    const [first = ''] = WORD.exec(said) ?? [];
    times.set(first, (times.get(first) ?? 0) + 1);
  }
  return cues.length >= ALIKE_AMONG && Math.max(...times.values()) > MOST_ALIKE * cues.length;
}

/** Which of them a text is, whose every line is a cue: they come one after the other, from the beginning of a film on. */
export function timedLinesIn(text: string, whole: boolean): TimedLines | undefined {
  const format = timedLines.find((each) => FORMS[each].cue.test(text.trimStart().split('\n', 1)[0]));
  if (!format) return undefined;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (!whole) lines.pop();
  const cues: TimedLine[] = [];
  for (const line of lines) {
    const cue = timedLineOf(line, format);
    if (cue && cue.from >= (cues.at(-1)?.from ?? 0)) cues.push(cue);
  }
  if (cues.length < LEAST_CUES || cues.length < LEAST_SHARE * lines.length) return undefined;
  // the first may tell how many frames there are in a second, and one that says nothing ends another
  const [first, ...others] = cues;
  const spoken = others.filter(({ said }) => said.trim() !== '');
  const areRead = spoken.length + 1 >= LEAST_CUES && spoken.filter(isRead).length >= LEAST_READ * spoken.length;
  return first.from < BEGINS_WITHIN && areRead && !beginAlike(spoken) ? format : undefined;
}
