import type { TextHead } from './decoded-head.ts';

const TIMES = /^\s*(\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}\s*-->\s*(\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}/;

/** Whether a line says when a cue is shown. */
export const isTimes = (line: string) => line.includes('-->') && TIMES.test(line);

/** Whether a text is a file of subtitles: it says so (WebVTT), or it begins with a cue and has one in each of its blocks. */
export function subtitlesIn({ text, whole }: TextHead): 'srt' | 'vtt' | undefined {
  if (/^WEBVTT([ \t\n]|$)/.test(text)) return 'vtt';
  const blocks = text.trim().split(/\n\s*\n/);
  if (!whole && blocks.length > 1) blocks.pop();
  const isCue = (block: string) => block.split('\n', 2).some(isTimes);
  const cues = blocks.filter(isCue).length;
  return isCue(blocks[0]) && cues >= blocks.length * 0.6 ? 'srt' : undefined;
}
