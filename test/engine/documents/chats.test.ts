import { describe, expect, it } from 'vitest';
import type { DocumentFound } from '../../../electron/contract/document.ts';
import { inOrder } from '../../../electron/engine/text/documents/chats/order.ts';
import { timeOf } from '../../../electron/engine/text/documents/chats/times.ts';
import { examine } from '../../../electron/engine/text/preparation/index.ts';
import { prepared } from '../text/preparation/prepared.ts';
import { EXPORTS, FIRST, TOLD } from './chat-exports.ts';
import { PAGES, TIMELESS_PAGE } from './chat-pages.ts';
import { chatgptConversation } from './chatgpt-conversation.ts';
import { read, refusal } from './read.ts';

const ALL = [...EXPORTS, ...PAGES];
const SETTINGS = { language: 'en', kind: 'chat' } as const;
const NAMED = TOLD.replace(/^\[.*?\] /gm, '');

describe('exported chats', () => {
  it.each(ALL)('of %s are their messages in order, with names and times: %#', async (program, holds, leftOut) => {
    const { kind, text, found } = await read({ holds }, { name: 'a.txt' });
    expect(text).toBe(TOLD);
    expect(kind).toBe('chat');
    const { of: _, ...figures } = found as Extract<DocumentFound, { kind: 'chat' }>;
    expect(figures).toEqual({ kind: 'chat', program, messages: 3, people: 2, conversations: 1, leftOut, began: Date.UTC(2024, 0, 2, 13, 45) }); // prettier-ignore
  });

  it.each(ALL)('of %s are read alike wherever their bytes are cut: %#', async (_, holds) => {
    for (const size of [1, 7]) expect((await read({ holds }, { size })).text).toBe(TOLD);
  });

  it.each(EXPORTS)('of %s are known where the first message fills what is looked at: %#', async (_, holds) => {
    const [first] = FIRST.split(' –');
    const long = `${'It rained. '.repeat(20_000)}${first}`;
    const filled = holds.replaceAll(first, long);
    for (const size of [1 << 16, 1 << 20]) {
      const { kind, text } = await read({ holds: filled }, { name: 'a.json', size });
      expect(kind).toBe('chat');
      expect(text).toBe(TOLD.replace(first, long));
    }
  });

  it('lose their times as any chat does, and their names on wish', async () => {
    const [found] = await examine([TOLD], SETTINGS);
    expect(found).toMatchObject({ step: 'stamps', sure: true, facts: { names: 2, messages: 3 } });
    const after = (options?: { names: boolean }) => prepared(TOLD, [{ step: 'stamps', options }], [], 'chat').text;
    expect(after()).toBe(NAMED);
    expect(after({ names: false })).toBe(NAMED.replace(/^(?:Ada|Jörg): /gm, ''));
  });

  it('begin with what was said first, also where no time can be read', async () => {
    expect((await read({ holds: TIMELESS_PAGE })).text).toBe(
      '[?] Ada: Hello.\n[?] Ada: It rained.\n[?] Ada: Sooner or later.\n',
    );
    const after = prepared('[?] Ada: Hello.\n', [{ step: 'stamps' }], [], 'chat').text;
    expect(after).toBe('Ada: Hello.\n');
  });

  it('stay in the order of the file where not every time can be read', () => {
    const of = (when: number | undefined, said: string) => ({ conversation: 0, author: 'Ada', said, when });
    const told = (...messages: ReturnType<typeof of>[]) => inOrder(messages).map(({ said }) => said).join(''); // prettier-ignore
    expect(told(of(3, 'c'), of(undefined, 'b'), of(1, 'a'))).toBe('abc');
    expect(told(of(undefined, 'a'), of(1, 'b'), of(3, 'c'))).toBe('abc');
    expect(told(of(2, 'b'), of(1, 'a'), of(3, 'c'))).toBe('abc');
  });

  it('have the day first where points part it from the month; with other marks nobody knows', () => {
    expect(timeOf('05.03.2023, 14:05')).toBe(Date.UTC(2023, 2, 5, 14, 5));
    expect(timeOf('13.02.2023')).toBe(Date.UTC(2023, 1, 13));
    for (const unsure of ['05/03/2023', '05-03-2023 14:05']) expect(timeOf(unsure)).toBeUndefined();
  });

  it('are tables for who asks for a column', async () => {
    const [, holds] = EXPORTS[5];
    const { kind, text } = await read({ holds }, { name: 'a.json', column: 'sender_name' });
    expect(kind).toBe('table');
    expect(text.split('\n')[0]).toBe('Ada');
  });
});

describe('conversations with a model', () => {
  const DAY = Date.UTC(2024, 2, 1);
  const CHATGPT = [chatgptConversation('Later', DAY + 9e6), chatgptConversation('Sooner', DAY)];

  it('of ChatGPT are known wherever the beginning that is looked at ends', async () => {
    for (let padding = 0; padding < 1200; padding += 300) {
      const long = chatgptConversation('x'.repeat(padding), DAY);
      const said = {
        ...(long.mapping.asked.message as object),
        content: { content_type: 'text', parts: ['It rained. '.repeat(40)] },
      };
      const more = Array.from({ length: 200 }, (_, at) => [`more${at}`, { id: `more${at}`, message: said, parent: at ? `more${at - 1}` : 'told', children: [] }]); // prettier-ignore
      const grown = { ...long, mapping: { ...long.mapping, ...Object.fromEntries(more) }, current_node: 'more199' };
      const { kind, found } = await read({ holds: JSON.stringify([grown]) });
      expect(kind).toBe('chat');
      expect(found).toMatchObject({ program: 'chatgpt', messages: 202 });
    }
  });

  it('of ChatGPT are those branches that were shown, each together, the first one first', async () => {
    const { text, found } = await read({ holds: JSON.stringify(CHATGPT) });
    const told = (time: string, answered: string, last: string) =>
      `[2024-03-01 ${time}] User: What is a heron?\n[2024-03-01 ${answered}] ChatGPT: A bird.\n\n- It stands.\n- 12:30 it waits.\n\n${last}\n`;
    expect(text).toBe(told('00:01:00', '00:03:00', 'Sooner') + told('02:31:00', '02:33:00', 'Later'));
    expect(found).toMatchObject({ program: 'chatgpt', conversations: 2, messages: 4, people: 2, leftOut: 4 });
    const after = prepared(text, [{ step: 'stamps' }], [], 'chat').text;
    expect(after).toContain('ChatGPT: A bird.\n\n- It stands.\n- 12:30 it waits.\n\nSooner\nUser: What');
  });

  it('of Claude are read by their conversations', async () => {
    const chat = (uuid: string, day: number) => ({
      uuid,
      name: 'Birds',
      created_at: `2024-03-0${day}T10:00:00.123456Z`,
      account: { uuid: 'a' },
      chat_messages: [
        { uuid: 'b', sender: 'human', text: `What is a ${uuid}?`, content: [], created_at: `2024-03-0${day}T10:00:01.5Z`, attachments: [] },
        { uuid: 'c', sender: 'assistant', text: '', content: [{ type: 'thinking', thinking: 'Hm.' }, { type: 'text', text: 'A bird.' }], created_at: `2024-03-0${day}T10:00:05.5Z` },
      ],
    }); // prettier-ignore
    const { text, found } = await read({ holds: JSON.stringify([chat('heron', 2), chat('crow', 1)]) });
    expect(text.replace(/^\[.*?\] /gm, '')).toBe(
      'User: What is a crow?\nClaude: A bird.\nUser: What is a heron?\nClaude: A bird.\n',
    );
    expect(found).toMatchObject({ program: 'claude', conversations: 2, messages: 4 });
  });
});

describe('pages of Reddit', () => {
  const comment = (author: string, body: string, ...answers: unknown[]) => ({
    kind: 't1',
    data: { author, body, created_utc: 1_704_203_100, replies: answers.length > 0 ? listing(...answers) : '' },
  });
  const listing = (...children: unknown[]) => ({ kind: 'Listing', data: { after: null, children } });
  const post = (title: string, selftext: string) => ({
    kind: 't3',
    data: { author: 'ada', title, selftext, subreddit: 'rivers' },
  });

  it('are the post and its comments, each with its answers behind it, wherever they are cut', async () => {
    const talk = [
      comment('jörg', 'By the weir &amp; gone.', comment('ada', 'Then I walk.'), comment('[deleted]', '[deleted]')),
      comment('eve', 'Never.'),
      { kind: 'more', data: { children: ['k1', 'k2'] } },
    ];
    const holds = JSON.stringify([listing(post('A heron?', 'Did you see it?')), listing(...talk)]);
    for (const size of [1, 1 << 16]) {
      const { kind, text, found } = await read({ holds }, { name: 'heron.json', size });
      expect(kind).toBe('chat');
      expect(text).toBe(
        '[?] ada: A heron?\n\nDid you see it?\n[?] jörg: By the weir & gone.\n[?] ada: Then I walk.\n[?] eve: Never.\n',
      );
      expect(found).toMatchObject({ program: 'reddit', messages: 4, people: 3 });
    }
  });

  it('of one list are its posts', async () => {
    const { text } = await read({ holds: JSON.stringify(listing(post('One', 'First.'), post('Two', ''))) });
    expect(text).toBe('[?] ada: One\n\nFirst.\n[?] ada: Two\n');
  });
});

describe('exports that are made to harm', () => {
  const message = { sender_name: 'Ada', timestamp_ms: 1_704_203_100_000, content: 'It rained.' };
  const LINE = '[2024-01-02 13:45:00] Ada: It rained.\n';
  const messengerOf = (...messages: unknown[]) => JSON.stringify({ participants: [], messages });

  it('hold values of every wrong kind', async () => {
    const wrong = [null, [], {}, 7, 'x', [[]], { a: 1 }, true].flatMap((value) => [
      { ...message, content: value },
      { ...message, sender_name: value, content: ' ' },
      { ...message, call_duration: value },
      value,
    ]);
    const { text } = await read({ holds: messengerOf(message, ...wrong) });
    expect(text.startsWith(LINE)).toBe(true);
    const times = [null, {}, -1, 1e300, 'yesterday', '9'.repeat(400)].map((timestamp_ms) => ({
      ...message,
      timestamp_ms,
    }));
    expect((await read({ holds: messengerOf(message, ...times) })).text).toBe(LINE.repeat(7));
  });

  it('name what objects have of themselves', async () => {
    const own = `{"participants":[],"__proto__":{"messages":1},"messages":[{"__proto__":{"call_duration":1,"sender_name":"Eve"},"constructor":{},"sender_name":"constructor","timestamp_ms":1704203100000,"content":"It rained."},${JSON.stringify(message)}]}`;
    expect((await read({ holds: own })).text).toBe(`${LINE.replace('Ada', 'constructor')}${LINE}`);
    const { mapping, ...rest } = chatgptConversation('Late', 0);
    const tree = JSON.stringify([{ ...rest, current_node: 'constructor', mapping }]);
    expect((await read({ holds: tree })).text).toContain('ChatGPT: A bird.');
  });

  it('have names of several lines, with colons, too long or none', async () => {
    const names = ['Ada:\n[Bo]: x', 'A'.repeat(500), ':', ''].map((sender_name) => ({ ...message, sender_name }));
    const { text } = await read({ holds: messengerOf(message, ...names) });
    expect(text.replaceAll('[2024-01-02 13:45:00] ', '')).toBe(
      `Ada: It rained.\nAda [Bo] x: It rained.\n${'A'.repeat(60)}: It rained.\n?: It rained.\n?: It rained.\n`,
    );
  });

  it('go in circles, lie in one another or are torn', async () => {
    const circle = chatgptConversation('x', 0);
    circle.mapping.asked.parent = 'told';
    expect((await read({ holds: JSON.stringify([circle]) })).text.match(/ChatGPT: /g)).toHaveLength(1);
    const deep = messengerOf(message).replace('"content"', `"deep":${'['.repeat(9_000)}${']'.repeat(9_000)},"content"`);
    expect(await refusal({ holds: messengerOf(message, message).replace(/\]}$/, `,${deep}]}`) })).not.toBe('read');
    expect(await refusal({ holds: messengerOf(...Array<unknown>(9_000).fill(message)).slice(0, -20) })).toBe(
      'document-damaged phrases.row-unfit',
    );
    const beside = messengerOf(message).replace(/\}$/, `,"rest":${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}}`);
    expect((await read({ holds: beside })).text).toBe(LINE);
    const long = messengerOf(message, { ...message, content: 'a'.repeat(17 << 20) });
    expect(await refusal({ holds: long })).toBe('document-damaged phrases.row-endless');
    expect(await refusal({ holds: messengerOf({ ...message, content: ' ' }) })).toBe('document-wordless');
    expect(await refusal({ holds: TIMELESS_PAGE.replace('It rained.', '<div>'.repeat(90_000)) })).toBe(
      'document-damaged phrases.nested-deep',
    );
  });
});
