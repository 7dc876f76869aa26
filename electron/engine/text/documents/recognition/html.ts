import { COMMENT } from '../markup/comment.ts';
import type { TextHead } from './decoded-head.ts';

const NAMED = /\.(html?|xhtml|xht)$/i;
const BEGINS = new RegExp(`^(?:\\s|<\\?xml[^>]*>|${COMMENT})*<(?:!doctype\\s+html|html)\\b`, 'i');
const TAG =
  /<(\/?)(html|head|body|title|meta|p|div|span|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|a|b|i|em|strong|u|sup|sub|blockquote|pre|code|img|font|center|section|article|header|footer|nav|main|script|style|link)\b[^<>]*>/gi;
const FIRST_TAG = new RegExp(`^(?:\\s|${COMMENT})*${TAG.source}`, 'i');
/** Programs that write pages: their tags are code among code. */
const NAMED_CODE = /\.(svelte|vue|astro|jsx|tsx)$/i;
/** Handlebars has two braces. */
const SVELTE = /(?<!\{)\{(?:[#/:](?:if|each|await|key|snippet|else|then|catch)|@(?:html|const|render))\b/;
/** Tags and units of text for each, by which a piece of a page without its head is told from a text that names some. */
const LEAST_TAGS = 6;
const UNITS_A_TAG = 400;

/** Whether blank lines part paragraphs that no element holds, as in a wiki: as a page, they would run together. */
function isParted(text: string): boolean {
  const paragraphs = text.trim().split(/\n[ \t]*\n\s*/);
  return paragraphs.filter((paragraph) => !paragraph.startsWith('<')).length > Math.max(2, paragraphs.length / 2);
}

/** Whether a text is a page: it says so at its beginning, or it begins with an element and is made of them. */
export function isHtml({ text, whole }: TextHead, name: string): boolean {
  if (BEGINS.test(text.slice(0, 4_000))) return true;
  if (NAMED_CODE.test(name) || SVELTE.test(text)) return false;
  if (!FIRST_TAG.test(text.slice(0, 4_000)) && !NAMED.test(name)) return false;
  let open = 0;
  let closed = 0;
  for (const [, slash] of text.matchAll(TAG)) {
    if (slash) closed++;
    else open++;
  }
  if (NAMED.test(name)) return open > 0 && (closed > 0 || open > 2);
  const ends = !whole || text.trimEnd().endsWith('>');
  return (
    ends && !isParted(text) && closed >= 2 && open + closed >= LEAST_TAGS && text.length / (open + closed) < UNITS_A_TAG
  );
}
