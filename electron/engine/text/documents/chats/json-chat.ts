import { parseBoundedJson } from '../../../../contract/bounded-json.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { Json } from '../json/json-walk.ts';
import { endlessRow, unfitRow, type Called } from '../refusals.ts';
import type { Chat, ChatParser } from './chat.ts';
import type { ChatExport } from './chat-export.ts';

const BOUNDS = { depth: 64, values: 1_000_000 };

/** Whether something stands where one of some lists does. */
function standsIn(lists: readonly string[]): (path: string) => boolean {
  const paths = new Set(lists);
  const open = lists.filter((list) => list.startsWith('*')).map((list) => list.slice(1));
  return (path) =>
    paths.has(path) || open.some((end) => path.endsWith(end) && path.indexOf('[]') === path.length - end.length);
}

/** Takes the messages out of an export that is JSON. @param list where they were found */
export function jsonChat(from: ChatExport, list: string, chat: Chat, called: Called): ChatParser {
  const isMessage = standsIn(list === '' ? [list] : from.lists.filter(Boolean));
  let held: string[] = [];
  let length = 0;
  let number = 0;
  const ended = (path: string) => {
    const whole = held.join('');
    held = [];
    length = 0;
    number++;
    let value: unknown;
    try {
      value = parseBoundedJson(whole, BOUNDS);
    } catch (thrown) {
      throw unfitRow(called, number, String(thrown));
    }
    if (path === from.people?.list) chat.meet(value);
    else if (from.messagesOf) {
      if (!from.isOne) chat.begin();
      for (const each of from.messagesOf(value)) chat.add(each);
    } else chat.add(value);
  };
  const json = new Json({
    takes: (path) => isMessage(path) || path === from.people?.list,
    opens: (path) => {
      if (!from.messagesOf && isMessage(path)) chat.begin();
    },
    piece: (_, piece) => {
      held.push(piece);
      length += piece.length;
      if (length > DOCUMENT_LIMITS.record) throw endlessRow(called, number + 1);
    },
    ended,
  });
  return {
    push: (piece) => json.push(piece),
    end: () => {
      if (json.isOpen) throw unfitRow(called, number + 1);
    },
  };
}
