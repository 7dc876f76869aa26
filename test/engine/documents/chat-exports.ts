/** One short conversation as the exports of several programs hold it, with what is none of it. Made up. */
const AT = Date.UTC(2024, 0, 2, 13, 45);
const MINUTE = 60_000;
const at = (minute: number) => AT + minute * MINUTE;
const iso = (minute: number) => new Date(at(minute)).toISOString();

/** What everyone of them becomes. */
export const TOLD = `[2024-01-02 13:45:00] Ada: Did you see the heron – by the weir?
[2024-01-02 13:46:00] Jörg: No.
See https://rivers.example: it’s gone 🙂
[2024-01-02 13:48:00] Ada: Then I walk.
`;
export const FIRST = 'Did you see the heron – by the weir?';
export const SECOND = 'No.\nSee https://rivers.example: it’s gone 🙂';
export const THIRD = 'Then I walk.';

const telegram = {
  name: 'Jörg',
  type: 'personal_chat',
  id: 4711,
  messages: [
    { id: 1, type: 'service', date: '2024-01-02T14:44:00', date_unixtime: `${at(-1) / 1e3}`, actor: 'Ada', actor_id: 'user1', action: 'phone_call', text: '', text_entities: [] },
    { id: 2, type: 'message', date: '2024-01-02T14:45:00', date_unixtime: `${at(0) / 1e3}`, from: 'Ada', from_id: 'user1', text: FIRST, text_entities: [{ type: 'plain', text: FIRST }] },
    { id: 3, type: 'message', date: '2024-01-02T14:46:00', date_unixtime: `${at(1) / 1e3}`, from: 'Jörg', from_id: 'user2', reply_to_message_id: 2, text: ['No.\nSee ', { type: 'link', text: 'https://rivers.example' }, ': it’s ', { type: 'bold', text: 'gone' }, { type: 'italic', text: ' 🙂' }] },
    { id: 4, type: 'message', date: '2024-01-02T14:47:00', date_unixtime: `${at(2) / 1e3}`, from: 'Ada', from_id: 'user1', photo: '(File not included)', width: 9, height: 9, text: '' },
    { id: 5, type: 'message', date: '2024-01-02T14:48:00', date_unixtime: `${at(3) / 1e3}`, from: 'Ada', from_id: 'user1', text: THIRD },
  ],
}; // prettier-ignore

const discordAuthor = (name: string) => ({
  id: `9${name.length}`,
  name: name.toLowerCase(),
  discriminator: '0000',
  nickname: name,
  isBot: false,
});
const discord = {
  guild: { id: '1', name: 'Rivers' },
  channel: { id: '2', type: 'GuildTextChat', name: 'birds' },
  dateRange: { after: null, before: null },
  messages: [
    { id: '10', type: 'GuildMemberJoin', timestamp: iso(-1), isPinned: false, content: 'Joined the server.', author: discordAuthor('Ada') },
    { id: '11', type: 'Default', timestamp: iso(0), timestampEdited: null, content: FIRST, author: discordAuthor('Ada'), attachments: [] },
    { id: '12', type: 'Reply', timestamp: iso(1), content: SECOND, author: discordAuthor('Jörg'), reference: { messageId: '11' } },
    { id: '13', type: 'ChannelPinnedMessage', timestamp: iso(2), content: 'Pinned a message.', author: discordAuthor('Jörg') },
    { id: '14', type: 'Default', timestamp: iso(3), content: THIRD, author: discordAuthor('Ada') },
  ],
  messageCount: 5,
}; // prettier-ignore

const slackUser = (user: string, real: string) => ({
  user,
  user_profile: { real_name: real, display_name: '', name: real.toLowerCase() },
});
const slack = [
  { type: 'message', subtype: 'channel_join', ts: `${at(-1) / 1e3}.000100`, user: 'U1', text: '<@U1> has joined the channel' },
  { client_msg_id: 'a', type: 'message', ts: `${at(0) / 1e3}.000100`, text: FIRST, ...slackUser('U1', 'Ada'), blocks: [] },
  { type: 'message', ts: `${at(1) / 1e3}.000200`, text: 'No.\nSee <https://rivers.example>: it’s gone 🙂', ...slackUser('U2', 'Jörg') },
  { type: 'message', ts: `${at(2) / 1e3}.000200`, text: '', files: [{ id: 'F1' }], user: 'U2' },
  { type: 'message', ts: `${at(3) / 1e3}.000200`, text: THIRD, user: 'U1' },
]; // prettier-ignore

/** Meta writes each byte of UTF-8 as a character. */
const bytes = (text: string) => Buffer.from(text).toString('latin1');
const messenger = {
  participants: [{ name: 'Ada' }, { name: bytes('Jörg') }],
  messages: [
    { sender_name: 'Ada', timestamp_ms: at(3), content: THIRD, is_geoblocked_for_viewer: false },
    { sender_name: 'Ada', timestamp_ms: at(2), content: 'Ada sent a photo.', photos: [{ uri: 'a.jpg', creation_timestamp: 1 }] },
    { sender_name: bytes('Jörg'), timestamp_ms: at(1), content: bytes(SECOND), reactions: [{ reaction: bytes('❤'), actor: 'Ada' }] },
    { sender_name: 'Ada', timestamp_ms: at(0), content: bytes(FIRST) },
    { sender_name: 'Ada', timestamp_ms: at(-1), call_duration: 30, content: 'Ada called you.' },
  ],
  title: bytes('Jörg'),
  thread_path: 'inbox/jorg_1',
}; // prettier-ignore
const encryptedMessenger = {
  participants: ['Ada', 'Jörg'],
  threadName: 'Jörg_7',
  messages: [
    { isUnsent: false, media: [], reactions: [], senderName: 'Ada', text: THIRD, timestamp: at(3), type: 'text' },
    { isUnsent: false, media: [{ uri: 'a.jpg' }], reactions: [], senderName: 'Ada', text: '', timestamp: at(2), type: 'media' },
    { isUnsent: false, media: [], reactions: [], senderName: 'Jörg', text: SECOND, timestamp: at(1), type: 'text' },
    { isUnsent: false, media: [], reactions: [], senderName: 'Ada', text: FIRST, timestamp: at(0), type: 'text' },
  ],
}; // prettier-ignore

const event = (minute: number, sender: string, type: string, content: object) => ({ type, sender: `@${sender}:example.org`, content, origin_server_ts: at(minute), event_id: `$${minute}`, room_id: '!a:example.org' }); // prettier-ignore
const matrix = {
  room_name: 'Birds',
  export_date: '2024-02-01',
  exported_by: '@ada:example.org',
  messages: [
    event(-2, 'ada', 'm.room.member', { membership: 'join', displayname: 'Ada' }),
    { ...event(-1, 'ada', 'm.room.member', { membership: 'invite', displayname: 'Jörg' }), state_key: '@jay:example.org' },
    event(0, 'ada', 'm.room.message', { msgtype: 'm.text', body: FIRST }),
    event(1, 'jay', 'm.room.message', { msgtype: 'm.text', body: `> <@ada:example.org> ${FIRST}\n\n${SECOND}`, format: 'org.matrix.custom.html' }),
    event(2, 'ada', 'm.room.message', { msgtype: 'm.image', body: 'heron.jpg', url: 'mxc://a/b' }),
    event(2, 'ada', 'm.reaction', { 'm.relates_to': { key: '👍' } }),
    event(3, 'ada', 'm.room.message', { msgtype: 'm.text', body: THIRD }),
  ],
}; // prettier-ignore

const googleDate = (minute: number) => `Tuesday, January 2, 2024 at 1:${45 + minute}:00\u202fPM UTC`;
const googlechat = {
  messages: [
    { creator: { name: 'Ada', email: 'ada@example.org', user_type: 'Human' }, created_date: googleDate(0), text: FIRST, topic_id: 'a' },
    { creator: { name: 'Jörg', email: 'j@example.org', user_type: 'Human' }, created_date: googleDate(1), text: SECOND, topic_id: 'b' },
    { creator: { name: 'Jörg', user_type: 'Human' }, created_date: googleDate(2), message_state: 'DELETED', text: 'x', topic_id: 'c' },
    { creator: { name: 'Ada', user_type: 'Human' }, created_date: googleDate(2), attached_files: [{ original_name: 'a.jpg' }], topic_id: 'd' },
    { creator: { name: 'Ada', user_type: 'Human' }, created_date: googleDate(3), text: THIRD, topic_id: 'e' },
  ],
}; // prettier-ignore

const hangoutsEvent = (minute: number, id: string, segment: object[]) => ({ conversation_id: { id: 'x' }, sender_id: { gaia_id: id, chat_id: id }, timestamp: `${at(minute)}000`, chat_message: { message_content: { segment } }, event_type: 'REGULAR_CHAT_MESSAGE' }); // prettier-ignore
const hangouts = {
  conversations: [
    {
      conversation: { conversation_id: { id: 'x' }, conversation: { id: { id: 'x' }, self_conversation_state: { a: { b: { c: [{ d: [{}] }] } } }, participant_data: [{ id: { gaia_id: '1', chat_id: '1' }, fallback_name: 'Ada' }, { id: { gaia_id: '2', chat_id: '2' }, fallback_name: 'Jörg' }] } },
      events: [
        { ...hangoutsEvent(-1, '1', []), event_type: 'ADD_USER' },
        hangoutsEvent(0, '1', [{ type: 'TEXT', text: FIRST }]),
        hangoutsEvent(1, '2', [{ type: 'TEXT', text: 'No.' }, { type: 'LINE_BREAK', text: '\n' }, { type: 'TEXT', text: 'See ' }, { type: 'LINK', text: 'https://rivers.example' }, { type: 'TEXT', text: ': it’s gone 🙂' }]),
        hangoutsEvent(3, '1', [{ type: 'TEXT', text: THIRD }]),
      ],
    },
  ],
}; // prettier-ignore

const skype = {
  userId: '8:ada',
  exportDate: '2024-02-01T00:00',
  conversations: [
    {
      id: '8:live:j',
      displayName: 'Jörg',
      MessageList: [
        { id: '5', displayName: 'Ada', originalarrivaltime: iso(3), messagetype: 'RichText', version: 5, content: THIRD, from: '8:ada' },
        { id: '4', displayName: null, originalarrivaltime: iso(2), messagetype: 'Event/Call', content: '<partlist/>', from: '8:ada' },
        { id: '3', displayName: 'Jörg', originalarrivaltime: iso(1), messagetype: 'RichText', content: '<quote author="ada">Did you?</quote>No.\nSee <a href="https://rivers.example">https://rivers.example</a>: it&apos;s gone <ss type="smile">🙂</ss>'.replace('&apos;', '’'), from: '8:live:j' },
        { id: '2', displayName: 'Ada', originalarrivaltime: iso(0), messagetype: 'RichText', content: FIRST.replace('–', '&ndash;'), from: '8:ada' },
      ],
    },
  ],
}; // prettier-ignore

const lines = (values: readonly unknown[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;
const signal = [
  ['13:45:00', 'Ada', FIRST],
  ['13:46:00', 'Jörg', SECOND],
  ['13:47:00', 'Ada', ''],
  ['13:48:00', 'Ada', THIRD],
].map(([time, sender, body]) => ({ date: `2024-01-02 ${time}`, sender, body, quote: '', sticker: '', reactions: [], attachments: body ? [] : ['a.jpg'] })); // prettier-ignore
const sillytavern = [
  { user_name: 'Ada', character_name: 'Jörg', create_date: '2024-1-2 @13h 44m 00s' },
  { name: 'Ada', is_user: true, is_system: false, send_date: 'January 2, 2024 1:45pm', mes: FIRST },
  { name: 'Jörg', is_user: false, send_date: 'January 2, 2024 1:46pm', mes: SECOND, swipes: [SECOND, 'Yes.'] },
  { name: 'Ada', is_user: true, send_date: 'January 2, 2024 1:48pm', mes: THIRD },
];

/** What each program saves as JSON, and how much of it is left out. */
export const EXPORTS: readonly [program: string, holds: string, left: number][] = [
  ['telegram', JSON.stringify(telegram, null, 1), 2],
  ['telegram', JSON.stringify({ about: 'Here is your data.', personal_information: {}, contacts: { list: [{ first_name: 'Jörg', phone_number: '1' }] }, chats: { about: 'Chats.', list: [telegram] } }, null, 1), 2], // prettier-ignore
  ['discord', JSON.stringify(discord, null, 2), 2],
  ['slack', JSON.stringify(slack, null, 4), 2],
  ['slack', JSON.stringify({ channel_id: 'C1', name: 'birds', messages: slack.toReversed() }), 2],
  ['messenger', JSON.stringify(messenger, null, 2), 2],
  ['messenger', JSON.stringify(encryptedMessenger, null, 2), 1],
  ['matrix', JSON.stringify(matrix, null, 4), 4],
  ['googlechat', JSON.stringify(googlechat, null, 2), 2],
  ['hangouts', JSON.stringify(hangouts, null, 2), 1],
  ['skype', JSON.stringify(skype), 1],
  ['signal', lines(signal), 1],
  ['sillytavern', lines(sillytavern), 1],
];
