import { isObject } from '../tables/object-rows.ts';
import type { ChatExport } from './chat-export.ts';
import { fieldOf, firstOf } from './fields.ts';

const ME = 'Me';
const NAMES = [
  ['nickname.given', 'nickname.family'],
  ['systemGivenName', 'systemFamilyName'],
  ['profileGivenName', 'profileFamilyName'],
  ['username'],
  ['e164'],
];

/** Somebody in the lines of Signal's own backup. */
function recipientOf(row: unknown): unknown {
  const recipient = fieldOf(row, 'recipient');
  if (!isObject(recipient)) return undefined;
  if (recipient.self !== undefined) return { id: recipient.id, name: ME };
  const contact = recipient.contact ?? {};
  const names = NAMES.map((parts) => parts.map((part) => firstOf(contact, [part])).filter(Boolean).join(' ')); // prettier-ignore
  return { id: recipient.id, name: names.find(Boolean) };
}

/** A message in the lines of Signal's own backup; calls, stickers and what was taken back say nothing. */
function itemOf(row: unknown): unknown[] {
  const item = fieldOf(row, 'chatItem');
  if (!isObject(item)) return [];
  return [
    {
      chat: item.chatId,
      author: item.authorId,
      said: fieldOf(item, 'standardMessage.text.body') ?? null,
      when: item.dateSent,
    },
  ];
}

/** A message in the lines of signal-cli, sent from here or by somebody; receipts, reactions and who is typing say nothing. */
function envelopeOf(row: unknown): unknown[] {
  const envelope = fieldOf(row, 'envelope');
  if (!isObject(envelope)) return [];
  const sent = fieldOf(envelope, 'syncMessage.sentMessage');
  const data = isObject(sent) ? sent : envelope.dataMessage;
  const partner = isObject(sent) ? ['destinationNumber', 'destination'] : ['sourceNumber', 'source'];
  return [
    {
      chat: firstOf(data, ['groupInfo.groupId']) || firstOf(isObject(sent) ? sent : envelope, partner),
      author: isObject(sent) ? ME : firstOf(envelope, ['sourceName', 'sourceNumber', 'source']),
      said: fieldOf(data, 'message') ?? null,
      when: envelope.timestamp,
    },
  ];
}

const MESSAGE = {
  program: 'signal',
  lists: [''],
  has: ['author', 'said', 'when'],
  conversation: ['chat'],
  author: ['author'],
  said: ['said'],
  when: ['when'],
  isOne: true,
} as const;

/** Lines of JSON that Signal's backup is made of, and those that signal-cli writes. */
export const SIGNAL_LINES: readonly ChatExport[] = [
  {
    ...MESSAGE,
    known: ['version', 'backupTimeMs'],
    people: { id: ['id'], name: ['name'], of: recipientOf },
    messagesOf: itemOf,
  },
  { ...MESSAGE, messagesOf: envelopeOf },
];
