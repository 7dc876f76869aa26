import { Flow } from '../markup/flow.ts';
import { MarkupParser, type MarkupHandler } from '../markup/xml.ts';
import { BLOCKS, isLeftOut, LEFT_OUT } from '../markup/html-elements.ts';
import type { Called } from '../refusals.ts';
import type { Watch } from '../watch.ts';
import type { Chat, ChatParser } from './chat.ts';
import type { ChatPage, PagePart } from './pages.ts';

type Attributes = Readonly<Record<string, string>>;

const LONGEST = 200;
/** A picture that stands for a sign. */
const PICTURED = /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\p{Cf}\p{Sk}]{0,20}$/u;
/** UTF-16 units of the attribute that is looked at. */
const LONGEST_CLASS = 500;

const isSaid = (part: PagePart | undefined) => part === 'said' || part === 'kept';

/** Takes the messages out of a page. Who says several things in a row may be named once. */
class PageChat implements MarkupHandler {
  readonly #page: ChatPage;
  readonly #chat: Chat;
  /** of every element that is open: what it is, or what it stands in */
  readonly #parts: (PagePart | undefined)[] = [];
  #flow = new Flow();
  #name = '';
  #when = '';
  #day = '';

  constructor(page: ChatPage, chat: Chat) {
    this.#page = page;
    this.#chat = chat;
  }

  open(name: string, attributes: Attributes) {
    const within = this.#parts.at(-1);
    const part = within === 'aside' ? within : this.#partOf(name, attributes);
    if (part === 'message') this.#flow = new Flow();
    else if (part !== undefined && part !== within) this.#begin(part);
    this.#parts.push(part ?? within);
    if (!isSaid(this.#parts.at(-1))) return;
    if (name === 'br') this.#flow.breakLine();
    else if (BLOCKS.has(name)) this.#flow.endParagraph();
    else if (name === 'img' && PICTURED.test(attributes.alt ?? '')) this.#flow.collapse(attributes.alt);
  }

  close(name: string) {
    const part = this.#parts.pop();
    if (isSaid(part) && BLOCKS.has(name)) this.#flow.endParagraph();
    if (part !== 'message' || this.#parts.includes('message')) return;
    const when = this.#day ? `${this.#day} ${this.#when}` : this.#when;
    this.#chat.add({ name: this.#name.trim(), said: this.#flow.lines > 0 ? this.#flow.end() : '', when: when.trim() });
    this.#when = '';
  }

  text(text: string) {
    const part = this.#parts.at(-1);
    if (part === 'said') this.#flow.collapse(text);
    else if (part === 'kept') this.#flow.keep(text);
    else if (part === 'name') this.#name = (this.#name + text).slice(0, LONGEST);
    else if (part === 'when') this.#when = (this.#when + text).slice(0, LONGEST);
    else if (part === 'day') this.#day = (this.#day + text).slice(0, LONGEST);
  }

  #partOf(name: string, attributes: Attributes): PagePart | undefined {
    if (LEFT_OUT.has(name) || isLeftOut(attributes)) return 'aside';
    const part = this.#partByClass(attributes);
    if ((part === 'name' || part === 'when') && this.#parts.includes('passed on')) return 'aside';
    if (part !== 'when' || !this.#page.titled || !attributes.title) return part;
    this.#when = attributes.title.slice(0, LONGEST);
    return 'aside';
  }

  #partByClass({ class: given = '' }: Attributes): PagePart | undefined {
    if (given === '' || given.length > LONGEST_CLASS) return undefined;
    const parts = given.split(/\s+/).map((each) => this.#page.classes.get(each));
    return parts.includes('aside') ? 'aside' : parts.find(Boolean);
  }

  #begin(part: PagePart) {
    if (part === 'name') this.#name = '';
    if (part === 'when') this.#when = '';
    if (part === 'day') this.#day = '';
  }
}

/** Takes the messages out of an export that is a page. */
export function pageChat(page: ChatPage, chat: Chat, called: Called, watch: Watch): ChatParser {
  const parser = new MarkupParser(new PageChat(page, chat), 'html', called, watch);
  return { push: (piece) => parser.push(piece, 0), end: () => parser.end() };
}
