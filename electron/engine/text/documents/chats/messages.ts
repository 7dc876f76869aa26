import { chatLine, chatName } from '../../chat-line.ts';
import type { ChatExport } from './chat-export.ts';
import { fieldOf, firstOf, saidIn } from './fields.ts';
import { timeOf } from './times.ts';

/** A message that somebody wrote. */
export interface ChatMessage {
  /** number of the conversation that it belongs to */
  readonly conversation: number;
  /** name, or the id by which it is known */
  readonly author: string;
  readonly said: string;
  /** milliseconds since 1970; that of the message before where it says none */
  readonly when: number | undefined;
}

/** What Matrix calls people: their name is before the colon. */
const AT_HOME = /^@([^:]+):.+$/;
/** Names that are remembered for ids. */
const MOST_PEOPLE = 100_000;

/** Makes messages of what an export holds, and knows what people are called in it. */
export class ChatMessages {
  readonly #from: ChatExport;
  readonly #isInOrder: boolean;
  readonly #names = new Map<string, string>();
  readonly #authors = new Map<string, string>();
  readonly #shown = new Map<string, string>();
  readonly #people = new Set<string>();
  readonly #known = new Map<string, number>();
  #conversation = 0;
  #last: number | undefined;
  /** what was no message of a person, or without a word */
  leftOut = 0;

  constructor(from: ChatExport) {
    this.#from = from;
    this.#isInOrder = from.messagesOf !== undefined && !from.isOne;
  }

  get conversations(): number {
    return this.#conversation;
  }

  get people(): number {
    return this.#from.isOwn ? 1 : this.#people.size;
  }

  /** What comes belongs to another conversation. */
  begin(): void {
    this.#conversation++;
    this.#last = undefined;
  }

  /** Takes somebody, or a message that says what its author is called. */
  meet(value: unknown): void {
    const { people } = this.#from;
    if (!people || this.#names.size >= MOST_PEOPLE) return;
    const [id, name] = [firstOf(value, people.id), firstOf(value, people.name)];
    if (id && name) this.#names.set(id, name);
  }

  /** @returns a message; undefined for what is none of a person, or holds no word */
  take(value: unknown): ChatMessage | undefined {
    const { said, when, between = '', only = {}, isNotice } = this.#from;
    this.meet(value);
    const isMeant = Object.entries(only).every(([field, values]) =>
      values.includes((fieldOf(value, field) ?? undefined) as (typeof values)[number]),
    );
    const text = isMeant ? this.#plain(said, between, value) : '';
    if (!text || isNotice?.(text)) {
      this.leftOut++;
      return undefined;
    }
    this.#last = this.#after(timeOf(firstOf(value, when)));
    return { conversation: this.#conversationOf(value), author: this.#authorOf(value), said: text, when: this.#last };
  }

  #conversationOf(value: unknown): number {
    const { conversation: fields } = this.#from;
    if (!fields) return this.#conversation;
    const id = firstOf(value, fields);
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    if (this.#known.size < MOST_PEOPLE) this.#known.set(id, ++this.#conversation);
    return this.#conversation;
  }

  /** What comes in its order already is never earlier than what came before. */
  #after(when: number | undefined): number | undefined {
    return when === undefined || (this.#isInOrder && when < (this.#last ?? 0)) ? this.#last : when;
  }

  /** One text for all messages of an author: a parser makes a new one each time. */
  #authorOf(value: unknown): string {
    const author = firstOf(value, this.#from.author);
    const known = this.#authors.get(author);
    if (known === undefined && this.#authors.size < MOST_PEOPLE) this.#authors.set(author, author);
    return known ?? author;
  }

  #plain(said: readonly string[], between: string, value: unknown): string {
    const { plain = (text: string) => text } = this.#from;
    const text = said.map((path) => saidIn(fieldOf(value, path), between)).find((each) => each.trim()) ?? '';
    return plain(text, (id) => this.#names.get(id) ?? id).trim();
  }

  /** A message as a line. */
  lineOf({ author, said, when }: ChatMessage): string {
    if (this.#from.isOwn) return said;
    return chatLine(this.#nameOf(author), said, when);
  }

  #nameOf(author: string): string {
    const shown = this.#shown.get(author);
    if (shown !== undefined) return shown;
    const { called = {}, plain = (text: string) => text } = this.#from;
    const known = Object.hasOwn(called, author) ? called[author] : this.#names.get(author);
    const name = chatName(plain(known ?? author.replace(AT_HOME, '$1'), (id) => id));
    this.#people.add(name);
    if (this.#shown.size < MOST_PEOPLE) this.#shown.set(author, name);
    return name;
  }
}
