import type { TextHead } from './decoded-head.ts';
import { timedLinesIn, type TimedLines } from './timed-lines.ts';

const TIME = /(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})/.source;
const TIMES = new RegExp(`^\\s*${TIME}\\s*-->\\s*${TIME}`);

const secondsOf = ([hours = '0', minutes, seconds, parts]: readonly string[]): number =>
  3600 * Number(hours) + 60 * Number(minutes) + Number(`${seconds}.${parts}`);

/** When a cue is shown and when no longer, in seconds; undefined where a line does not say so. */
export function timesOf(line: string): { from: number; to: number } | undefined {
  const match = line.includes('-->') ? TIMES.exec(line) : null;
  return match ? { from: secondsOf(match.slice(1, 5)), to: secondsOf(match.slice(5, 9)) } : undefined;
}

/** Whether a text is a file of subtitles: it says so (WebVTT, SubStation Alpha), or it begins with a cue and has one in each of its blocks or lines. */
export function subtitlesIn({ text, whole }: TextHead): 'srt' | 'vtt' | 'ass' | TimedLines | undefined {
  if (/^WEBVTT([ \t\n]|$)/.test(text)) return 'vtt';
  if (/^\s{0,20}\[Script Info\][ \t]*\n/i.test(text) && (!whole || /^Dialogue:/m.test(text))) return 'ass';
  const lines = /^\s{0,20}[{[\d]/.test(text) ? timedLinesIn(text, whole) : undefined;
  if (lines) return lines;
  const blocks = text.trim().split(/\n\s*\n/);
  if (!whole && blocks.length > 1) blocks.pop();
  const isCue = (block: string) => block.split('\n', 2).some(timesOf);
  const cues = blocks.filter(isCue).length;
  return isCue(blocks[0]) && cues >= blocks.length * 0.6 ? 'srt' : undefined;
}
