import { HeldValue } from '../json/held-value.ts';
import { Json } from '../json/json-walk.ts';
import type { Called } from '../refusals.ts';
import type { Chat, ChatParser } from './chat.ts';
import type { ChatExport } from './chat-export.ts';

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
  const held = new HeldValue(called);
  const ended = (path: string) => {
    const value = held.take();
    const person = from.people?.of?.(value);
    if (path === from.people?.list) chat.meet(value);
    else if (person !== undefined) chat.meet(person);
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
    piece: (_, piece) => held.hold(piece),
    ended,
  });
  return {
    push: (piece) => json.push(piece),
    end: () => {
      if (json.isOpen) throw held.torn();
    },
  };
}
