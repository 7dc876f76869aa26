import { isObject } from '../tables/object-rows.ts';
import { fieldOf } from './fields.ts';

/** What Reddit writes for what was taken away. */
const GONE = new Set(['[deleted]', '[removed]']);

const saidBy = (thing: unknown): string[] =>
  ['data.title', 'data.selftext', 'data.body']
    .map((path) => fieldOf(thing, path))
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '' && !GONE.has(text));

/**
 * The posts and comments of a page of Reddit as its addresses that end with `.json` give it, each with its answers behind it.
 * @param thing a list of them, a post, or a comment
 */
export function thingsOf(thing: unknown): unknown[] {
  const things: unknown[] = [];
  const waiting = [thing];
  while (waiting.length > 0) {
    const next = waiting.pop();
    for (const each of [fieldOf(next, 'data.replies'), fieldOf(next, 'data.children')])
      if (Array.isArray(each)) for (let at = each.length - 1; at >= 0; at--) waiting.push(each[at]);
      else if (isObject(each)) waiting.push(each);
    const author = fieldOf(next, 'data.author');
    if (fieldOf(next, 'kind') !== undefined && typeof author === 'string')
      things.push({ author, said: saidBy(next).join('\n\n') });
  }
  return things;
}
