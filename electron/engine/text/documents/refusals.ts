import { AesopError } from '../../../contract/errors.ts';
import { DOCUMENT_LIMITS } from '../../../contract/limits.ts';
import { message, type Message } from '../../../contract/message.ts';

/** What a document is called where one of its kind cannot be read. */
export interface Called {
  readonly name: string;
  readonly kind: Message;
}

/** A document that does not hold what it should. */
export const damaged = (called: Called, problem: Message, detail?: string) =>
  new AesopError('document-damaged', { ...called, problem }, detail);

/** A document with more in it than is read. */
export const tooLarge = (called: Called, limit: number) =>
  new AesopError('document-large', { ...called, limit: Math.round(limit / 2 ** 20) });

/** A document that only its owner's password opens. */
export const locked = (called: Called) => new AesopError('document-locked', { ...called });

/** A document without a word in it. */
export const wordless = (called: Called) => new AesopError('document-wordless', { ...called });

/** Elements that lie deeper in one another than any program writes them. */
export const tooDeep = (called: Called, depth: number = DOCUMENT_LIMITS.depth) =>
  damaged(called, message('phrases.nested-deep', { depth }));

/** A paragraph longer than any. */
export const endless = (called: Called) =>
  damaged(called, message('phrases.paragraph-endless', { limit: DOCUMENT_LIMITS.record / 2 ** 20 }));

/** A row of a table, or a message of a chat, longer than any. @param row counted from 1 */
export const endlessRow = (called: Called, row: number) =>
  damaged(called, message('phrases.row-endless', { row, limit: DOCUMENT_LIMITS.record / 2 ** 20 }));

/** One that is not what it should be, or is cut off. @param row counted from 1 */
export const unfitRow = (called: Called, row: number, detail?: string) =>
  damaged(called, message('phrases.row-unfit', { row }), detail);
