import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { linesOf } from '../lines-of.ts';
import { timedLineOf, type TimedLines } from '../recognition/timed-lines.ts';
import { textOf } from '../text-source.ts';
import { Speech } from './speech.ts';
import { spoken } from './spoken.ts';

/** How words look: `{y:i}`, `{C:$0000FF}` of MicroDVD; a slash before what is slanted. */
const LOOKS = /\{[a-zA-Z]:[^{}]{0,60}\}/g;
const SLANTED = /^\s*\/(?=\S)/;
/** What the first cue of MicroDVD says instead of words: frames a second. */
const RATE = /^\d{2}(?:[.,]\d{1,3})?$/;

/** Subtitles of MicroDVD, MPL2 and TMPlayer: what is said, a line a sentence. */
export function readTimedLines(source: DocumentSource, format: TimedLines): Extracted {
  const called = { name: source.name, kind: message('documents.subtitles') };
  const text = textOf(source);
  const speech = new Speech();
  const take = (line: string) => {
    const cue = timedLineOf(line, format);
    // a line that was broken goes on with its cue
    if (!cue) return speech.sayMarked(line);
    const { from, to, said } = cue;
    if (speech.cues === 0 && format === 'microdvd' && from < 1 && RATE.test(said.trim())) return;
    speech.beginCue(to === undefined ? undefined : { from, to });
    for (const part of said.split('|')) speech.sayMarked(part.replace(LOOKS, '').replace(SLANTED, ''));
  };
  async function* parts(): AsyncGenerator<void> {
    for await (const lines of linesOf(text.chunks, called)) {
      source.watch.work(0, () => lines.forEach(take));
      yield;
    }
  }
  return spoken({ text, called, speech, format }, parts());
}
