import type { ChatExport } from './exports.ts';
import { isNotice } from './notices.ts';

/** What an element of a chat's page is; a day stands above all messages of it. */
export type PagePart = 'message' | 'name' | 'said' | 'when' | 'day' | 'aside';

/** A page that a program saves a chat as, known by the classes of its elements. */
export interface ChatPage {
  readonly from: ChatExport;
  readonly classes: ReadonlyMap<string, PagePart>;
}

/** How what a page says of a message becomes one. */
const MESSAGE = { lists: [], has: [], author: ['name'], said: ['said'], when: ['when'] } as const;

export const CHAT_PAGES: readonly ChatPage[] = [
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

/** As what program's page of a chat a text is to be read, by the elements at its beginning. */
export function chatPageIn(text: string): ChatPage | undefined {
  const classes = new Set([...text.matchAll(CLASS)].flatMap(([, names]) => names.split(/\s+/)));
  return CHAT_PAGES.find((page) =>
    NEEDED.every((part) => [...page.classes].some(([name, its]) => its === part && classes.has(name))),
  );
}
