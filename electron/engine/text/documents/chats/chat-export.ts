import type { ChatProgram } from '../../../../contract/document.ts';
import type { Plain } from './marks.ts';

/** How one program exports its chats as JSON. Fields are named by the keys that lead to them, of several the first that holds something. */
export interface ChatExport {
  readonly program: ChatProgram;
  /** where its messages stand, as `Json` tells paths, with `*` for any key; `` for lines of JSON */
  readonly lists: readonly string[];
  /** fields that each of its messages has */
  readonly has: readonly string[];
  /** keys by which the whole is known where much stands before the first message */
  readonly known?: readonly string[];
  /** fields of the whole that say which conversation it is, before its messages */
  readonly of?: readonly string[];
  readonly author: readonly string[];
  readonly said: readonly string[];
  readonly when: readonly string[];
  /** what parts runs of one text, or parts of a message */
  readonly between?: '\n';
  /** values of fields that a person's message has, `undefined` for none; all others are notices, calls, what was taken back */
  readonly only?: Readonly<Record<string, readonly (string | number | boolean | null | undefined)[]>>;
  /** where people have ids: who has which, in messages or in a list of their own */
  readonly people?: {
    readonly list?: string;
    readonly id: readonly string[];
    readonly name: readonly string[];
    /** somebody, where one stands among the messages */
    readonly of?: (value: unknown) => unknown;
  };
  /** fields of messages that say to which conversation they belong, where all stand in one list */
  readonly conversation?: readonly string[];
  /** one person wrote all of it, who is not named */
  readonly isOwn?: true;
  /** what authors are called that are kinds of them */
  readonly called?: Readonly<Record<string, string>>;
  readonly plain?: Plain;
  readonly isNotice?: (said: string) => boolean;
  /** what was said last stands first, also where no time says so */
  readonly isNewestFirst?: true;
  /** what stands in its list are conversations, of which these are the messages */
  readonly messagesOf?: (conversation: unknown) => readonly unknown[];
  /** what stands in its list are parts of one conversation */
  readonly isOne?: true;
  /** conversations have nothing to do with one another: an empty line parts them */
  readonly isParted?: true;
}
