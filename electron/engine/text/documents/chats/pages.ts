import type { ChatExport } from './chat-export.ts';
import { isNotice } from './notices.ts';

/**
 * What an element of a chat's page is; a day stands above all messages of it, blanks and line ends of what is kept are the
 * writer's, and inside what is passed on stand name and time of somebody else.
 */
export type PagePart = 'message' | 'name' | 'said' | 'kept' | 'when' | 'day' | 'aside' | 'passed on';

/** A page that a program saves a chat as, known by the classes of its elements. */
export interface ChatPage {
  readonly from: ChatExport;
  readonly classes: ReadonlyMap<string, PagePart>;
  /** classes that no other page has; without them, all that a message is made of must be there */
  readonly known?: readonly string[];
  /** the title of an element with a time is that time, more exactly than its text */
  readonly titled?: true;
}

/** How what a page says of a message becomes one. */
const MESSAGE = { lists: [], has: [], author: ['name'], said: ['said'], when: ['when'] } as const;

const aside = (...classes: string[]): [string, PagePart][] => classes.map((each) => [each, 'aside']);

export const CHAT_PAGES: readonly ChatPage[] = [
  {
    from: { ...MESSAGE, program: 'telegram' },
    classes: new Map([
      ['message', 'message'],
      ['from_name', 'name'],
      ['text', 'said'],
      ['date', 'when'],
      ['forwarded', 'passed on'],
      ...aside('service', 'reply_to', 'initials', 'media_wrap', 'reactions', 'pagination', 'page_header', 'signature'),
    ]),
    known: ['page_wrap', 'chat_page'],
    titled: true,
  },
  {
    from: { ...MESSAGE, program: 'discord' },
    classes: new Map([
      ['chatlog__message', 'message'],
      ['chatlog__author', 'name'],
      ['chatlog__author-name', 'name'],
      ['chatlog__content', 'said'],
      ['chatlog__markdown-preserve', 'kept'],
      ['chatlog__timestamp', 'when'],
      ['chatlog__short-timestamp', 'when'],
      ...aside('preamble', 'postamble', 'chatlog__reference', 'chatlog__reply', 'chatlog__edited-timestamp'),
      ...aside('chatlog__reactions', 'chatlog__author-tag', 'chatlog__bot-label', 'chatlog__attachment'),
      ...aside('chatlog__embed', 'chatlog__system-notification'),
    ]),
    known: ['chatlog__message'],
    titled: true,
  },
  {
    from: { ...MESSAGE, program: 'messenger', isNotice, isNewestFirst: true },
    classes: new Map([
      ['_a6-g', 'message'],
      ['_a6-h', 'name'],
      ['_a6-p', 'said'],
      ['_a6-o', 'when'],
      // who liked a message
      ['_a6-q', 'aside'],
    ]),
  },
  {
    from: { ...MESSAGE, program: 'matrix' },
    classes: new Map([
      ['mx_Export_EventWrapper', 'message'],
      ['mx_DisambiguatedProfile_displayName', 'name'],
      ['mx_EventTile_body', 'said'],
      ['mx_MessageTimestamp', 'when'],
      ['mx_DateSeparator_dateHeading', 'day'],
      ['mx_ReplyChain', 'aside'],
      ['mx_ReplyThread', 'aside'],
      ['mx_ReactionsRow', 'aside'],
      ['mx_EventTile_edited', 'aside'],
    ]),
  },
];

const NEEDED: readonly PagePart[] = ['message', 'name', 'said', 'when'];
const CLASS = /\sclass\s*=\s*"([^"<>]{1,500})"/g;
const SELECTOR = /\.([\w-]{2,100})/g;

function isOf({ known, classes }: ChatPage, there: ReadonlySet<string>): boolean {
  if (known) return known.every((name) => there.has(name));
  return NEEDED.every((part) => [...classes].some(([name, its]) => its === part && there.has(name)));
}

/** As what program's page of a chat a text is to be read, by its beginning: its elements, or the styles that fill all of it. */
export function chatPageIn(text: string): ChatPage | undefined {
  const given = [...text.matchAll(CLASS)].flatMap(([, names]) => names.split(/\s+/));
  const styled = /<body\b/i.test(text) ? [] : [...text.matchAll(SELECTOR)].map(([, name]) => name);
  const there = new Set([...given, ...styled]);
  return CHAT_PAGES.find((page) => isOf(page, there));
}
