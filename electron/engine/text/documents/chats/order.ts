import type { ChatMessage } from './messages.ts';

/** Whether what was said last stands first. */
export function isNewestFirst(messages: readonly ChatMessage[]): boolean {
  const last = messages.findLast(({ when }) => when !== undefined);
  const first = messages.find(({ conversation, when }) => conversation === last?.conversation && when !== undefined);
  return (first?.when ?? 0) > (last?.when ?? 0);
}

const sinceFirst = (a: ChatMessage, b: ChatMessage) => (a.when ?? 0) - (b.when ?? 0);

/** Messages of each conversation together, as they were said; conversations by when they began. */
export function inOrder(messages: readonly ChatMessage[]): ChatMessage[] {
  const conversations = new Map<number, ChatMessage[]>();
  for (const message of messages) {
    const { conversation } = message;
    const others = conversations.get(conversation);
    if (others) others.push(message);
    else conversations.set(conversation, [message]);
  }
  return (
    [...conversations.values()]
      // of a minute, what was said last stands first in them, too
      .map((each) => (isNewestFirst(each) ? each.reverse() : each))
      // where a time could not be read, the order of the file is the better witness
      .map((each) => (each.every(({ when }) => when !== undefined) ? each.sort(sinceFirst) : each))
      .sort(([a], [b]) => sinceFirst(a, b))
      .flat()
  );
}
