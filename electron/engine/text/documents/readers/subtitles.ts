import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { linesOf } from '../lines-of.ts';
import { decodedHead } from '../recognition/decoded-head.ts';
import { subtitlesIn, timesOf } from '../recognition/subtitles.ts';
import { xmlKindIn } from '../recognition/xml-book.ts';
import { textOf } from '../text-source.ts';
import { Speech } from './speech.ts';
import { spoken } from './spoken.ts';
import { readSubStation } from './substation.ts';
import { readTimedLines } from './timed-lines.ts';
import { readTimedText } from './timed-text.ts';

/** A block of WebVTT that is no cue. */
const ASIDE = /^(WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\b/;

/** Subtitles (SubRip, WebVTT, SubStation Alpha, TTML, MicroDVD and its like): what is said, a line a sentence; numbers, times, tags and positions are left out. */
export function readSubtitles(source: DocumentSource): Extracted {
  const head = decodedHead(source);
  if (xmlKindIn(head.text) === 'subtitles') return readTimedText(source);
  const format = subtitlesIn(head) ?? 'srt';
  if (format === 'ass') return readSubStation(source);
  if (format !== 'srt' && format !== 'vtt') return readTimedLines(source, format);
  const called = { name: source.name, kind: message('documents.subtitles') };
  const text = textOf(source);
  const speech = new Speech();
  let aside = false;
  let inCue = false;
  let isSaid = false;
  // a number above its times is known for one only when they come
  let number: string | undefined;
  const take = (line: string) => {
    const times = timesOf(line);
    if (times) {
      speech.beginCue(times);
      inCue = true;
      isSaid = false;
      aside = false;
      number = undefined;
      return;
    }
    // a line of a cue may hold a blank alone: what is to come below it is not shown yet
    if (!line.trim() && (line === '' || format !== 'vtt' || !inCue || isSaid)) {
      if (number !== undefined) speech.sayMarked(number);
      number = undefined;
      inCue = aside = false;
      return;
    }
    if (!inCue && format === 'vtt' && ASIDE.test(line)) aside = true;
    if (aside || (!inCue && (format === 'vtt' || speech.cues === 0))) return;
    if (!inCue && /^\d+$/.test(line.trim())) number = line;
    else {
      speech.sayMarked(line);
      isSaid ||= line.trim() !== '';
    }
  };
  async function* parts(): AsyncGenerator<void> {
    for await (const lines of linesOf(text.chunks, called)) {
      source.watch.work(0, () => lines.forEach(take));
      yield;
    }
  }
  return spoken({ text, called, speech, format }, parts());
}
