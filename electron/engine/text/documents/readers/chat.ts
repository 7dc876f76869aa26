import { parseBoundedJson } from '../../../../contract/bounded-json.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { ChatMessages, type ChatMessage } from '../chats/messages.ts';
import { inOrder, isNewestFirst } from '../chats/order.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { Json } from '../json/json-walk.ts';
import { decodedHead } from '../recognition/decoded-head.ts';
import { chatIn } from '../recognition/chat.ts';
import { damaged, tooLarge, wordless } from '../refusals.ts';
import { textOf } from '../text-source.ts';

const BOUNDS = { depth: 64, values: 1_000_000 };
/** UTF-16 units that are taken, and messages that are given, at once. */
const PIECE = 1 << 16;
const LINES = 1_000;

/** The export of a chat: each message a line with who wrote it and when, from the first to the last. */
export function readChat(source: DocumentSource): Extracted {
  const called = { name: source.name, kind: message('documents.chat') };
  const form = chatIn(decodedHead(source));
  if (!form) throw damaged(called, message('phrases.content-unfit'));
  const { from, list } = form;
  const text = textOf(source);
  const messages = new ChatMessages(from);
  const paths = new Set(list === '' ? [list] : from.lists.filter(Boolean));
  let held: string[] = [];
  let heldLength = 0;
  let number = 0;
  let waiting: ChatMessage[] = [];
  let waitingLength = 0;
  let count = 0;

  function* release(): Generator<string> {
    const ready = source.watch.work(0, () => inOrder(waiting));
    waiting = [];
    waitingLength = 0;
    for (let at = 0; at < ready.length; at += LINES) {
      const lines = ready.slice(at, at + LINES).map((each) => messages.lineOf(each));
      count += lines.length;
      yield `${lines.join('\n')}\n`;
    }
  }
  function add(value: unknown): void {
    const taken = messages.take(value);
    if (!taken) return;
    waiting.push(taken);
    waitingLength += taken.said.length + DOCUMENT_LIMITS.message;
  }
  function ended(path: string): void {
    const whole = held.join('');
    held = [];
    heldLength = 0;
    number++;
    let value: unknown;
    try {
      value = parseBoundedJson(whole, BOUNDS);
    } catch (thrown) {
      throw damaged(called, message('phrases.row-unfit', { row: number }), String(thrown));
    }
    if (path === from.people?.list) messages.meet(value);
    else if (from.messagesOf) {
      messages.begin();
      for (const each of from.messagesOf(value)) add(each);
    } else add(value);
  }
  const json = new Json({
    takes: (path) => paths.has(path) || path === from.people?.list,
    opens: (path) => {
      if (!from.messagesOf && paths.has(path)) messages.begin();
    },
    piece: (_, piece) => {
      held.push(piece);
      heldLength += piece.length;
      if (heldLength > DOCUMENT_LIMITS.record)
        throw damaged(
          called,
          message('phrases.row-endless', { row: number + 1, limit: DOCUMENT_LIMITS.record / 2 ** 20 }),
        );
    },
    ended,
  });
  async function* chunks(): AsyncGenerator<string> {
    for await (const piece of text.chunks) {
      for (let at = 0; at < piece.length; at += PIECE) {
        source.watch.work(0, () => json.push(piece.slice(at, at + PIECE)));
        if (waitingLength <= DOCUMENT_LIMITS.waiting) continue;
        if (isNewestFirst(waiting)) throw tooLarge(called, DOCUMENT_LIMITS.waiting);
        yield* release();
      }
    }
    if (json.isOpen) throw damaged(called, message('phrases.row-unfit', { row: number + 1 }));
    yield* release();
    if (count === 0) throw wordless(called);
  }
  return {
    ...text,
    chunks: chunks(),
    found: () => ({
      kind: 'chat',
      program: from.program,
      conversations: Math.max(1, messages.conversations),
      messages: count,
      people: messages.people,
      leftOut: messages.leftOut,
    }),
  };
}
