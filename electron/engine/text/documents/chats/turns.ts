import { passageOf } from '../tables/passage.ts';
import { isObject } from '../tables/object-rows.ts';
import { shownOf } from './chatgpt.ts';
import { fieldOf } from './fields.ts';
import { timeOf } from './times.ts';

/** A conversation with DeepSeek: each message is made of fragments, of which some were only thought. */
export function fragmentsOf(conversation: unknown): unknown[] {
  return shownOf(conversation).flatMap((message) => {
    const [fragments, when] = [fieldOf(message, 'fragments'), fieldOf(message, 'inserted_at')];
    if (!Array.isArray(fragments)) return [];
    return fragments
      .filter(isObject)
      .map(({ type, content }) => ({ fragment: type, said: content, when: when ?? null }));
  });
}

const OF_GEMINI = /^(?:Gemini|Bard)\b/;
/** What stands before a question, in English; in other languages it stays. */
const ASKED = /^(?:Prompted|Said) /;

/** An entry of Google's list of what somebody did: a question and what Gemini answered, on a page. */
export function answersOf(activity: unknown): unknown[] {
  const [header, title, time] = ['header', 'title', 'time'].map((name) => fieldOf(activity, name));
  const shown = fieldOf(activity, 'safeHtmlItem');
  if (typeof header !== 'string' || !OF_GEMINI.test(header) || typeof title !== 'string') return [];
  if (typeof time !== 'string' || !Array.isArray(shown)) return [];
  const when = timeOf(time) ?? 0;
  const said = shown
    .map((each) => fieldOf(each, 'html'))
    .filter((html) => typeof html === 'string')
    .map((html) => passageOf(html, false));
  return [
    { speaks: 'user', said: title.replace(ASKED, ''), when },
    // what answers stands behind what was asked, though both have one time
    { speaks: 'model', said: said.join('\n'), when: when + 1 },
  ];
}
