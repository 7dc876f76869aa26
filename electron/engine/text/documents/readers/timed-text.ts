import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { MarkupParser, type MarkupHandler } from '../markup/xml.ts';
import { endless, type Called } from '../refusals.ts';
import { textOf } from '../text-source.ts';
import { Speech } from './speech.ts';
import { clockSeconds, spoken } from './spoken.ts';

const OFFSET = /^(\d{1,9}(?:\.\d{1,9})?)(h|m|s|ms)$/;
const UNITS = { h: 3600, m: 60, s: 1, ms: 0.001 } as const;

/** A time in seconds; undefined where it is counted in frames or ticks. */
function secondsOf(time = ''): number | undefined {
  const clock = clockSeconds(time);
  if (clock !== undefined) return clock;
  const offset = OFFSET.exec(time);
  return offset ? Number(offset[1]) * UNITS[offset[2] as keyof typeof UNITS] : undefined;
}

/** Timed text: each paragraph is a cue. */
class TimedText implements MarkupHandler {
  readonly speech = new Speech();
  readonly #called: Called;
  #open = false;
  /** elements with what is said of a cue that are open */
  #metadata = 0;
  #line = '';

  constructor(called: Called) {
    this.#called = called;
  }

  open(name: string, { begin, end, dur }: Readonly<Record<string, string>>) {
    if (name === 'metadata') this.#metadata++;
    if (this.#metadata > 0) return;
    if (name === 'p') {
      this.#open = true;
      const from = secondsOf(begin);
      const lasts = secondsOf(dur);
      const to = secondsOf(end) ?? (from !== undefined && lasts !== undefined ? from + lasts : undefined);
      this.speech.beginCue(from !== undefined && to !== undefined ? { from, to } : undefined);
    } else if (name === 'br') this.#say();
  }

  close(name: string) {
    if (name === 'metadata') this.#metadata--;
    if (name !== 'p' || this.#metadata > 0) return;
    this.#say();
    this.#open = false;
  }

  text(text: string) {
    if (!this.#open || this.#metadata > 0) return;
    this.#line += text;
    if (this.#line.length > DOCUMENT_LIMITS.record) throw endless(this.#called);
  }

  #say() {
    this.speech.say(this.#line);
    this.#line = '';
  }
}

/** Subtitles of broadcasters and platforms (TTML, DFXP). */
export function readTimedText(source: DocumentSource): Extracted {
  const called = { name: source.name, kind: message('documents.subtitles') };
  const text = textOf(source, declaredEncoding(source.head));
  const handler = new TimedText(called);
  const parser = new MarkupParser(handler, 'xml', called, source.watch);
  async function* parts(): AsyncGenerator<void> {
    for await (const piece of text.chunks) {
      parser.push(piece, 0);
      yield;
    }
    parser.end();
  }
  return spoken({ text, called, speech: handler.speech, format: 'ttml' }, parts());
}
