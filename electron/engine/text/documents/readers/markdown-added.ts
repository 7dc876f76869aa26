import type { Omissions } from '../omissions.ts';

/**
 * Marks that programs have added to Markdown: Obsidian (help.obsidian.md, "Basic formatting syntax", "Internal links",
 * "Callouts"), GitHub's alerts, pandoc's attributes. They are looked for in words alone, never in code. Lengths are bounded, so
 * that words are looked at once.
 */

/** Not behind what is indexed in a program: `x[[1]]`. */
const LINK = /(?<![\w)\]$])(!?)\[\[([^[\]\n|]{1,200})(?:\|([^[\]\n]{0,200}))?\]\]/g;
const COMMENT = /(?<!\S|\d\s)%%[^%]{0,2000}%%(?!\S)[ \t]*/g;
const HIGHLIGHT = /(?<![\w=!<>])==(?=[^\s=])([^=\n]{1,500}?)(?<=\S)==(?![\w=])/g;
const NOTE = /(?<=\S)\^\[[^[\]]{1,2000}\]/g;
/** The name that Obsidian gives to a paragraph to which a link leads; no power (`x ^2`), and no word of a chat (“^this”). */
const NAME = /\s\^(?=[a-z]*\d)[a-z0-9]{6}$/;
const CALLOUT = /^\[![A-Za-z][\w-]{1,40}\][+-]?(?:[ \t]+|(?=\n)|$)/;
const ATTRIBUTES = /(?<![ \t])[ \t]+\{(?:-|[#.][^\s{}]{1,80}(?:\s[^{}\n]{0,200})?)\}$/;

/** Languages of listings that ask a program to look something up or to draw it, and are nothing that is read. */
const QUERIES: ReadonlySet<string> = new Set(['dataview', 'dataviewjs', 'tasks', 'query', 'mermaid']);
export const isQuery = (language: string | null | undefined): boolean => QUERIES.has(language ?? '');

/** What a link shows: the name it is given, or that of the page; a heading alone where it lies on the same one. */
function shown(embeds: string, to: string, called: string | undefined): string {
  if (embeds) return '';
  if (called) return called;
  const [page, heading = ''] = to.split('#', 2);
  return page || heading.replace(/^\^/, '');
}

/** Counts what `withoutAdded` leaves out that says something. */
export function countAdded(words: string, omissions: Omissions): void {
  if (words.includes('%%')) omissions.add('comments', words.match(COMMENT)?.length ?? 0);
  if (words.includes('^[')) omissions.add('notes', words.match(NOTE)?.length ?? 0);
}

/** Words of a text without marks of these kinds. */
export function withoutAdded(words: string): string {
  let plain = words;
  if (plain.includes('[['))
    plain = plain.replace(LINK, (_, embeds: string, to: string, called?: string) => shown(embeds, to, called));
  if (plain.includes('%%')) plain = plain.replace(COMMENT, '');
  if (plain.includes('==')) plain = plain.replace(HIGHLIGHT, '$1');
  if (plain.includes('^[')) plain = plain.replace(NOTE, '');
  return plain;
}

/** The end of a paragraph without the name by which links find it. */
export const withoutName = (words: string): string => (words.includes('^') ? words.replace(NAME, '') : words);

/** The beginning of a quotation without the kind of box that is made of it. */
export const withoutCallout = (words: string): string => words.replace(CALLOUT, '');

/** A heading without what says how it is called and set. */
export const withoutAttributes = (words: string): string =>
  words.endsWith('}') ? words.replace(ATTRIBUTES, '') : words;
