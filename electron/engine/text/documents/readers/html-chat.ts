/** What an element of a chat's page is: who spoke, when, what was said, or none of these. */
export type ChatPart = 'name' | 'when' | 'said' | 'aside';

type Classes = ReadonlySet<string>;
interface Page {
  /** an element that no other page has */
  known(attributes: Readonly<Record<string, string>>, classes: Classes): boolean;
  readonly parts: Readonly<Record<ChatPart, readonly string[]>>;
  /** the time stands in the element's title, more exactly than in its text */
  readonly titled?: true;
  /** inside such an element stand the name and the words of somebody else */
  readonly passedOn?: string;
}

/** Pages that programs save a chat as: Telegram Desktop, and DiscordChatExporter. */
const PAGES: readonly Page[] = [
  {
    known: ({ onload }, classes) => onload?.startsWith('CheckLocation') || classes.has('chat_page'),
    parts: {
      name: ['from_name'],
      when: ['date'],
      said: ['text'],
      aside: ['service', 'reply_to', 'initials', 'media_wrap', 'reactions', 'pagination', 'page_header', 'signature'],
    },
    titled: true,
    passedOn: 'forwarded',
  },
  {
    known: (_, classes) => classes.has('preamble__entries-container') || classes.has('chatlog'),
    parts: {
      name: ['chatlog__author', 'chatlog__author-name'],
      when: ['chatlog__timestamp'],
      said: ['chatlog__content'],
      aside: [
        ...['preamble__entries-container', 'postamble', 'chatlog__reference', 'chatlog__reply'],
        'chatlog__short-timestamp',
        ...['chatlog__edited-timestamp', 'chatlog__reactions', 'chatlog__author-tag', 'chatlog__bot-label'],
        ...['chatlog__attachment', 'chatlog__embed', 'chatlog__system-notification'],
      ],
    },
  },
];
const LONGEST = 200;
/** Clocks that other programs do not write behind a time. */
const ZONE = /\s*(?:UTC|GMT)[+-][\d:]+$/;

const classesOf = ({ class: given = '' }: Readonly<Record<string, string>>): Classes =>
  new Set(given.length < LONGEST ? given.split(/\s+/) : []);

/**
 * The page of a chat as the line that other programs write: `[when] name: what was said`. Who says several things in a row
 * is named once in it.
 */
export class HtmlChat {
  #page: Page | undefined;
  #name = '';
  #when = '';
  #passesOn = false;

  /** What an element is, where the page is one of a chat. What is heard of it begins anew. */
  partOf(attributes: Readonly<Record<string, string>>): ChatPart | undefined {
    if (attributes.class === undefined && attributes.onload === undefined) return undefined;
    const classes = classesOf(attributes);
    this.#page ??= PAGES.find(({ known }) => known(attributes, classes));
    if (!this.#page) return undefined;
    const { parts, titled, passedOn } = this.#page;
    if (passedOn !== undefined && classes.has(passedOn)) this.#passesOn = true;
    const is = (part: ChatPart) => parts[part].some((each) => classes.has(each));
    if (is('aside')) return 'aside';
    if (is('when')) {
      this.#passesOn = false;
      this.#when = titled ? (attributes.title ?? '') : '';
      return titled ? 'aside' : 'when';
    }
    if (is('name')) {
      if (this.#passesOn) return 'aside';
      this.#name = '';
      return 'name';
    }
    return is('said') ? 'said' : undefined;
  }

  hear(part: ChatPart, text: string): void {
    if (part === 'name') this.#name = (this.#name + text).slice(0, LONGEST);
    if (part === 'when') this.#when = (this.#when + text).slice(0, LONGEST);
  }

  /** What stands before what is said. */
  head(): string {
    const [name, when] = [this.#name, this.#when].map((each) => each.replace(/[\s:]+$/, '').trim());
    return name && when ? `[${when.replace(ZONE, '')}] ${name}: ` : '';
  }
}
