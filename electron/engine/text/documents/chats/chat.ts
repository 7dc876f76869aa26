import { createHash } from 'node:crypto';
import type { DocumentFound } from '../../../../contract/document.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { tooLarge, type Called } from '../refusals.ts';
import type { ChatExport } from './chat-export.ts';
import { ChatMessages, type ChatMessage } from './messages.ts';
import { inOrder, isNewestFirst } from './order.ts';

/** Messages that are given at once. */
const LINES = 1_000;

/** What takes the pieces of an export apart. */
export interface ChatParser {
  /** @throws AesopError document-damaged, document-slow */
  push(piece: string): void;
  end(): void;
}

/** The messages of an export, which wait until their order is known. */
export class Chat {
  readonly #from: ChatExport;
  readonly #called: Called;
  readonly #messages: ChatMessages;
  #waiting: ChatMessage[] = [];
  #length = 0;
  #given = 0;
  #began: number | undefined;
  #conversation: number | undefined;
  readonly #of: string | undefined;

  /** @param of what says which conversation it is */
  constructor(from: ChatExport, called: Called, of: string | undefined) {
    this.#from = from;
    this.#of = of;
    this.#called = called;
    this.#messages = new ChatMessages(from);
  }

  /** Takes what may be a message. */
  add(value: unknown): void {
    const taken = this.#messages.take(value);
    if (!taken) return;
    this.#waiting.push(taken);
    this.#length += taken.said.length + DOCUMENT_LIMITS.message;
  }

  /** Takes somebody who has a name. */
  meet(value: unknown): void {
    this.#messages.meet(value);
  }

  /** What comes belongs to another conversation. */
  begin(): void {
    this.#messages.begin();
  }

  get isEmpty(): boolean {
    return this.#given === 0;
  }

  /**
   * The lines of what waits, where that is as much as may.
   * @throws AesopError document-large where it cannot be given, since what was said before is still to come
   */
  *relieve(): Generator<string> {
    if (this.#length <= DOCUMENT_LIMITS.waiting) return;
    if (this.#from.isNewestFirst || isNewestFirst(this.#waiting)) throw tooLarge(this.#called, DOCUMENT_LIMITS.waiting);
    yield* this.release();
  }

  /** The lines of all that waits, in order. */
  *release(): Generator<string> {
    const isTimeless = this.#waiting.every(({ when }) => when === undefined);
    const ready = this.#from.isNewestFirst && isTimeless ? this.#waiting.reverse() : inOrder(this.#waiting);
    if (this.#given === 0) this.#began = ready[0]?.when;
    this.#waiting = [];
    this.#length = 0;
    for (let at = 0; at < ready.length; at += LINES) {
      const lines = ready.slice(at, at + LINES).map((each) => this.#lineOf(each));
      this.#given += lines.length;
      yield `${lines.join('\n')}\n`;
    }
  }

  #lineOf(message: ChatMessage): string {
    const parts = this.#from.isParted && message.conversation !== (this.#conversation ?? message.conversation);
    this.#conversation = message.conversation;
    return `${parts ? '\n' : ''}${this.#messages.lineOf(message)}`;
  }

  found(): Extract<DocumentFound, { kind: 'chat' }> {
    const { conversations, people, leftOut } = this.#messages;
    return {
      kind: 'chat',
      program: this.#from.program,
      conversations: Math.max(1, conversations),
      messages: this.#given,
      people,
      leftOut,
      ...(this.#of !== undefined && { of: createHash('sha256').update(this.#of).digest('hex') }),
      ...(this.#began !== undefined && { began: Math.floor(this.#began) }),
    };
  }
}
