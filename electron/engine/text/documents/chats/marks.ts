import { isUtf8 } from 'node:buffer';
import { withoutEntities } from '../../html-entities.ts';

/** How a program writes what was said, as it was meant. @param called what people are called by their ids */
export type Plain = (said: string, called: (id: string) => string) => string;

const BEYOND_LATIN_1 = /[^\0-\xff]/;
const ABOVE_ASCII = /[\x80-\xff]/;

/** Bytes of UTF-8 of which each became a character, as Meta's exports have them. */
export const fromBytes: Plain = (said) => {
  if (!ABOVE_ASCII.test(said) || BEYOND_LATIN_1.test(said)) return said;
  const bytes = Buffer.from(said, 'latin1');
  return isUtf8(bytes) ? bytes.toString() : said;
};

/** People, channels and addresses in angle brackets, perhaps with what is shown for them behind a bar. */
const IN_BRACKETS = /<([@#!]?)([^<>|\n]{1,2000})(?:\|([^<>\n]{0,2000}))?>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

const withSigns = (said: string): string => said.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]);

/** Three signs as entities, beside its Markdown. */
export const fromReddit: Plain = withSigns;

/** Slack's marks for people, channels, groups and links. */
export const fromSlack: Plain = (said, called) =>
  withSigns(
    said.replace(IN_BRACKETS, (_, sign: string, what: string, shown: string | undefined) => {
      if (sign === '@') return `@${shown || called(what)}`;
      if (sign === '#') return `#${shown || what}`;
      return sign === '!' ? (shown ?? `@${what.replace(/\^.*/, '')}`) : shown || what.replace(/^mailto:/, '');
    }),
  );

/** What somebody else said before, where it is short enough to be one message. */
const QUOTED = /<quote\b[^<>]{0,1000}>[^]{0,4000}?<\/quote>/g;

const LINE_ENDS = /<br ?\/?>|<\/(?:p|div|li|h[1-6])>/gi;

/** Elements of a page: what is answered, paragraphs, and marks round words. */
export const fromElements: Plain = (said) =>
  withoutEntities(
    said
      .replace(QUOTED, '')
      .replace(LINE_ENDS, '\n')
      .replace(/<[^<>]*>/g, ''),
  );

/** Without the lines that say what is answered, which plain text carries beside what is meant for a screen. */
export const withoutAnswered: Plain = (said) => said.replace(/^(?:> [^\n]*\n)+\n/, '');
