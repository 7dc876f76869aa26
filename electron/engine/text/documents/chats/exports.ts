import type { ChatProgram } from '../../../../contract/document.ts';
import { ASSISTANTS } from './assistants.ts';
import { fromBytes, fromElements, fromReddit, fromSlack, withoutAnswered, type Plain } from './marks.ts';
import { isNotice } from './notices.ts';
import { thingsOf } from './reddit.ts';

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
  readonly people?: { readonly list?: string; readonly id: readonly string[]; readonly name: readonly string[] };
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
}

/** Of two that would fit, the first is taken. */
export const CHAT_EXPORTS: readonly ChatExport[] = [
  {
    program: 'telegram',
    lists: ['messages[]', 'chats.list[].messages[]', 'left_chats.list[].messages[]'],
    has: ['id', 'type', 'date', 'text'],
    known: ['about', 'personal_information'],
    of: ['id', 'name'],
    author: ['from', 'from_id'],
    said: ['text'],
    when: ['date_unixtime', 'date'],
    only: { type: ['message'] },
  },
  {
    program: 'discord',
    lists: ['messages[]', '[]'],
    has: ['id', 'type', 'timestamp', 'content', 'author.id'],
    of: ['channel.id', 'channel.name'],
    author: ['author.nickname', 'author.global_name', 'author.name', 'author.username'],
    said: ['content'],
    when: ['timestamp'],
    only: { type: ['Default', 'Reply', 0, 19] },
  },
  {
    program: 'messenger',
    lists: ['messages[]'],
    has: ['sender_name', 'timestamp_ms'],
    of: ['participants'],
    author: ['sender_name'],
    said: ['content'],
    when: ['timestamp_ms'],
    only: { type: [undefined, 'Generic', 'Share'], is_unsent: [undefined, false], call_duration: [undefined] },
    plain: fromBytes,
    isNotice,
  },
  {
    program: 'messenger',
    lists: ['messages[]'],
    has: ['senderName', 'timestamp', 'text', 'type'],
    of: ['participants', 'threadName'],
    author: ['senderName'],
    said: ['text'],
    when: ['timestamp'],
    only: { type: ['text', 'link'], isUnsent: [undefined, false] },
    isNotice,
  },
  {
    program: 'slack',
    lists: ['[]', 'messages[]'],
    has: ['type', 'ts', 'text'],
    author: ['user_profile.display_name', 'user_profile.real_name', 'user_profile.name', 'user', 'username', 'bot_id'],
    said: ['text'],
    when: ['ts'],
    only: {
      type: ['message'],
      subtype: [undefined, 'thread_broadcast', 'me_message', 'bot_message', 'file_share', 'reply_broadcast'],
    },
    people: { id: ['user'], name: ['user_profile.display_name', 'user_profile.real_name', 'user_profile.name'] },
    plain: fromSlack,
  },
  {
    program: 'matrix',
    lists: ['messages[]', '[]', 'chunk[]', ''],
    has: ['type', 'sender', 'origin_server_ts', 'content'],
    author: ['sender'],
    said: ['content.body'],
    when: ['origin_server_ts'],
    only: {
      type: ['m.room.message'],
      'content.msgtype': ['m.text', 'm.emote', 'm.notice'],
      // what was changed comes again as a message of its own
      'content.m.relates_to.rel_type': [undefined, 'm.thread'],
    },
    people: { id: ['state_key', 'sender'], name: ['content.displayname'] },
    plain: withoutAnswered,
  },
  {
    program: 'googlechat',
    lists: ['messages[]'],
    has: ['creator.name', 'created_date'],
    author: ['creator.name'],
    said: ['text'],
    when: ['created_date'],
    only: { message_state: [undefined] },
  },
  {
    program: 'hangouts',
    lists: ['conversations[].events[]'],
    has: ['sender_id', 'timestamp', 'event_type'],
    author: ['sender_id.gaia_id', 'sender_id.chat_id'],
    said: ['chat_message.message_content.segment'],
    when: ['timestamp'],
    only: { event_type: ['REGULAR_CHAT_MESSAGE'] },
    people: {
      list: 'conversations[].conversation.conversation.participant_data[]',
      id: ['id.gaia_id', 'id.chat_id'],
      name: ['fallback_name'],
    },
  },
  {
    program: 'skype',
    lists: ['conversations[].MessageList[]', 'messages[].MessageList[]'],
    has: ['originalarrivaltime', 'messagetype', 'content', 'from'],
    author: ['displayName', 'from'],
    said: ['content'],
    when: ['originalarrivaltime'],
    only: { messagetype: ['RichText', 'Text', 'RichText/Html'] },
    plain: fromElements,
  },
  {
    program: 'signal',
    lists: ['', '[]', 'messages[]'],
    has: ['date', 'sender', 'body', 'quote'],
    author: ['sender'],
    said: ['body'],
    when: ['date'],
  },
  {
    program: 'signal',
    lists: ['', '[]', 'messages[]'],
    has: ['conversationId', 'sent_at', 'type'],
    author: ['sourceName', 'source', 'sourceServiceId', 'type'],
    said: ['body'],
    when: ['sent_at'],
    only: { type: ['incoming', 'outgoing'], isErased: [undefined, false, 0] },
    called: { outgoing: 'Me' },
  },
  ...ASSISTANTS,
  {
    program: 'sillytavern',
    lists: ['', '[]'],
    has: ['name', 'is_user', 'mes'],
    author: ['name'],
    said: ['mes'],
    when: ['send_date'],
    only: { is_system: [undefined, false] },
  },
  {
    program: 'reddit',
    lists: ['[]', 'data.children[]', ''],
    has: ['author', 'said'],
    author: ['author'],
    said: ['said'],
    when: [],
    plain: fromReddit,
    messagesOf: thingsOf,
  },
  {
    program: 'twitch',
    lists: ['comments[]'],
    has: ['commenter', 'message.body', 'content_offset_seconds'],
    author: ['commenter.display_name', 'commenter.name'],
    said: ['message.body'],
    when: ['created_at'],
  },
  {
    program: 'snapchat',
    lists: ['*[]'],
    has: ['From', 'Media Type', 'Created', 'Content'],
    author: ['From'],
    said: ['Content'],
    when: ['Created'],
    only: { 'Media Type': ['TEXT'] },
  },
  {
    program: 'qq',
    lists: ['messages[]'],
    has: ['sender.name', 'content.text', 'timestamp'],
    author: ['sender.groupCard', 'sender.remark', 'sender.nickname', 'sender.name', 'sender.uin'],
    said: ['content.text'],
    when: ['timestamp'],
    only: { recalled: [undefined, false], system: [undefined, false] },
  },
  {
    program: 'wechat',
    lists: ['messages[]', '[]'],
    has: ['senderDisplayName', 'createTime', 'localType', 'content'],
    author: ['senderDisplayName', 'senderUsername'],
    said: ['content'],
    when: ['createTime'],
    only: { localType: [1] },
  },
];
