import type { Cue } from './rolling.ts';

/** Writing without blanks between its words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LETTER = /\p{L}/u;
const ENDED = /[。！？!?….」』”)）♪]\s*$/u;
/** Of the cues that may show it, so many do. */
const LEAST_CUES = 3;
const TWO_SCRIPTS_SHARE = 0.5;
const ENDED_SHARE = 0.2;

/** How the lines of captions belong together. */
export interface Captions {
  /** each cue says the same twice, in Chinese, Japanese or Korean and in another script */
  readonly twoScripts: boolean;
  /** sentences of a writing without blanks end without a mark: each cue is one */
  readonly unmarked: boolean;
}

/** Whether a line is written in a script of East Asia; undefined where it has no letters. */
const isWide = (line: string): boolean | undefined => (WIDE.test(line) ? true : LETTER.test(line) ? false : undefined);

/** Whether of two lines one is in a script of East Asia, the other in another. */
export function areOfTwoScripts(one: string, other: string): boolean {
  const [first, second] = [isWide(one), isWide(other)];
  return first !== undefined && second !== undefined && first !== second;
}

/** How captions are written, by the first of them. */
export function captionsIn(cues: readonly Cue[]): Captions {
  const several = cues.filter(({ lines }) => lines.length > 1);
  const two = several.filter(({ lines }) => lines.some((line, at) => at > 0 && areOfTwoScripts(lines[at - 1], line)));
  const unspaced = cues.filter(({ lines }) => UNSPACED.test(lines.at(-1) ?? ''));
  const ended = unspaced.filter(({ lines }) => ENDED.test(lines.at(-1) ?? ''));
  return {
    twoScripts: 2 * two.length >= cues.length && two.length >= TWO_SCRIPTS_SHARE * several.length && two.length > 1,
    unmarked: unspaced.length >= LEAST_CUES && ended.length < ENDED_SHARE * unspaced.length,
  };
}

/** What stands between two lines of one sentence: nothing in a writing without blanks. */
export function between(before: string, next: string): '' | ' ' {
  const last = before.trimEnd().at(-1) ?? '';
  return (UNSPACED.test(last) || /[，、；：。！？…]/u.test(last)) && UNSPACED.test(next.trimStart().at(0) ?? '')
    ? ''
    : ' ';
}
