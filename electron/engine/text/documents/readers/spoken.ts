import type { DocumentFound } from '../../../../contract/document.ts';
import type { Extracted } from '../document.ts';
import { wordless, type Called } from '../refusals.ts';
import type { textOf } from '../text-source.ts';
import type { Speech } from './speech.ts';

const CLOCK = /^\s*(\d{1,4}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)\s*$/;

/** `1:02:03.5` in seconds; undefined where it is no such time. */
export function clockSeconds(time: string): number | undefined {
  const clock = CLOCK.exec(time);
  return clock ? 3600 * Number(clock[1]) + 60 * Number(clock[2]) + Number(clock[3]) : undefined;
}

interface Spoken {
  readonly text: ReturnType<typeof textOf>;
  readonly called: Called;
  /** what the parts put into it */
  readonly speech: Speech;
  readonly format: Extract<DocumentFound, { kind: 'subtitles' }>['format'];
}

/**
 * What a reader of subtitles gives: what is said, as its parts are read.
 * @param parts of the file: when one has come, it was read
 */
export function spoken({ text, called, speech, format }: Spoken, parts: AsyncIterable<unknown>): Extracted {
  async function* chunks(): AsyncGenerator<string> {
    for await (const _ of parts) yield speech.take();
    if (speech.isEmpty) throw wordless(called);
    yield speech.end();
  }
  return {
    ...text,
    chunks: chunks(),
    found: () => ({ kind: 'subtitles', format, cues: speech.cues, ...speech.omissions.found }),
  };
}
