import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { ENTITY, entityMeaning } from '../../html-entities.ts';
import { linesOf } from '../lines-of.ts';
import { decodedHead } from '../recognition/decoded-head.ts';
import { isTimes, subtitlesIn } from '../recognition/subtitles.ts';
import { wordless } from '../refusals.ts';
import { textOf } from '../text-source.ts';

/** Tags, positions and karaoke times: `<i>`, `<c.yellow>`, `<00:01:02.000>`, `{\an8}`. */
const MARKS = /<\/?[a-z][^<>\n]{0,200}>|<\d[\d:.]{2,20}>|\{\\[^{}\n]{1,200}\}/gi;
/** A block of WebVTT that is no cue. */
const ASIDE = /^(WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\b/;
const ENDS = /[.!?…。！？"”’»)\]♪:;-]\s*$/;
/** A dash, a voice (`<v Anna>`, `Anna Berg:`, `>>`): somebody begins to speak. */
const SPEAKER = /^\s*(?:[-–—♪[(]|>>|(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’]{0,20} ?){1,3}:\s\S)/u;
const VOICE = /^\s*<v[ .]/i;
/** Captions without punctuation have no ends: a line is then as long as a paragraph of dialogue. */
const LONGEST = 400;

/** Whether what follows goes on with the sentence, in the same cue or in the next. */
function goesOn(before: string, next: string, sameCue: boolean): boolean {
  if (SPEAKER.test(next) || before.length > LONGEST) return false;
  return sameCue || !ENDS.test(before) || (/(\.\.\.|…)\s*$/.test(before) && /^\p{Ll}/u.test(next));
}

/** Subtitles (SubRip, WebVTT): what is said, a line a sentence; numbers, times, tags and positions are left out. */
export function readSubtitles(source: DocumentSource): Extracted {
  const format = subtitlesIn(decodedHead(source)) ?? 'srt';
  const called = { name: source.name, kind: message('documents.subtitles') };
  const text = textOf(source);
  let cues = 0;
  let held = '';
  let lastLine = '';
  let aside = false;
  let inCue = false;
  let sameCue = false;
  let ready = '';

  const say = (line: string) => {
    const said = line
      .replace(MARKS, '')
      .replace(ENTITY, (entity) => entityMeaning(entity) ?? entity)
      .replace(/\s+/g, ' ')
      .trim();
    if (!said) return;
    // rolling captions show each line twice
    if (said === lastLine) return;
    lastLine = said;
    if (held && !VOICE.test(line) && goesOn(held, said, sameCue)) held += ` ${said}`;
    else {
      if (held) ready += `${held}\n`;
      held = said;
    }
    sameCue = true;
  };
  // a number above its times is known for one only when they come
  let number: string | undefined;
  const take = (line: string) => {
    if (isTimes(line)) {
      cues++;
      inCue = true;
      sameCue = false;
      aside = false;
      number = undefined;
      return;
    }
    if (!line.trim()) {
      if (number !== undefined) say(number);
      number = undefined;
      inCue = aside = false;
      return;
    }
    if (!inCue && format === 'vtt' && ASIDE.test(line)) aside = true;
    if (aside || (!inCue && (format === 'vtt' || cues === 0))) return;
    if (!inCue && /^\d+$/.test(line.trim())) number = line;
    else say(line);
  };
  async function* chunks(): AsyncGenerator<string> {
    for await (const lines of linesOf(text.chunks, called)) {
      source.watch.work(0, () => lines.forEach(take));
      yield ready;
      ready = '';
    }
    if (!held) throw wordless(called);
    yield `${ready}${held}\n`;
  }
  return { ...text, chunks: chunks(), found: () => ({ kind: 'subtitles', format, cues }) };
}
