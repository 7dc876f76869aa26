import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

/** Made up, in the forms in which Twitter, Signal and signal-cli write. */
const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('an archive of Twitter', () => {
  const post = (second: number, full_text: string) => ({
    id: `${second}`,
    id_str: `${second}`,
    full_text,
    created_at: `Wed Oct 10 20:19:${second} +0000 2018`,
    retweeted: false,
  });
  const posts = [
    post(30, 'Rain &amp; sun: 1 &lt; 2.\nhttps://t.co/abc'),
    post(20, 'RT @ada: The heron stood.'),
    post(10, 'A first one.'),
  ];
  const script = (rows: readonly unknown[]) => `window.YTD.tweets.part0 = ${JSON.stringify(rows, undefined, 2)}`;

  it.each<[string, readonly unknown[]]>([
    ['today', posts.map((tweet) => ({ tweet }))],
    ['of older years', posts],
  ])('%s is what its owner wrote, in order', async (_, rows) => {
    for (const size of [1 << 20, 40]) {
      const { text, found } = await read({ holds: script(rows) }, { name: 'tweets.js', size });
      expect(text).toBe('A first one.\nRain & sun: 1 < 2.\nhttps://t.co/abc\n');
      expect(found).toMatchObject({ kind: 'chat', program: 'twitter', messages: 2, people: 1, leftOut: 1 });
    }
  });

  it('may hold a single post', async () => {
    const { text } = await read({ holds: script([{ tweet: posts[2] }]) }, { name: 'tweets.js' });
    expect(text).toBe('A first one.\n');
  });

  it('is not what another script gives a name', async () => {
    const holds =
      'window.settings = [{"tweet": {"id": "1", "note": "The fox came home."}}, {"tweet": {"id": "2", "note": "It rained."}}]';
    expect((await read({ holds }, { name: 'a.js' })).kind).not.toBe('chat');
  });
});

const SAID =
  '[2024-03-01 13:01:01] Ada Moor: Is it there?\n[2024-03-01 13:01:03] Me: Yes.\n[2024-03-01 13:01:02] Bo: Rain.\n';
const at = (second: number) => Date.UTC(2024, 2, 1, 13, 1, second);

describe('messages of Signal', () => {
  it('are read out of its own backup, each chat for itself', async () => {
    const item = (chatId: string, authorId: string, second: number, more: object) => ({
      chatItem: { chatId, authorId, dateSent: `${at(second)}`, ...more },
    });
    const says = (body: string) => ({
      standardMessage: { text: { body }, reactions: [{ emoji: '👍', authorId: '1' }] },
    });
    const holds = lines([
      { version: '1', backupTimeMs: `${at(9)}` },
      { account: { givenName: 'Cy' } },
      { recipient: { id: '1', self: {} } },
      { recipient: { id: '2', contact: { e164: '491', profileGivenName: 'Ada', profileFamilyName: 'Moor' } } },
      { recipient: { id: '3', contact: { e164: '492', systemGivenName: 'Bo', profileGivenName: 'B' } } },
      { chat: { id: '7', recipientId: '2' } },
      item('7', '2', 1, says('Is it there?')),
      item('8', '3', 2, says('Rain.')),
      item('7', '1', 3, says('Yes.')),
      item('7', '1', 4, { updateMessage: { individualCall: {} } }),
      item('7', '2', 5, { stickerMessage: {} }),
    ]);
    const { text, found } = await read({ holds }, { name: 'main.jsonl' });
    expect(text).toBe(SAID);
    expect(found).toMatchObject({ program: 'signal', conversations: 2, messages: 3, people: 3, leftOut: 2 });
  });

  it('are read out of what signal-cli writes', async () => {
    const from = (sourceNumber: string, sourceName: string, second: number, more: object) => ({
      envelope: { source: sourceNumber, sourceNumber, sourceName, timestamp: at(second), ...more },
      account: '+490',
    });
    const holds = lines([
      from('+491', 'Ada Moor', 1, { dataMessage: { message: 'Is it there?', expiresInSeconds: 0 } }),
      from('+491', 'Ada Moor', 1, { receiptMessage: { isDelivery: true } }),
      from('+492', 'Bo', 2, { dataMessage: { message: 'Rain.' } }),
      from('+490', 'Cy', 3, { syncMessage: { sentMessage: { destinationNumber: '+491', message: 'Yes.' } } }),
      from('+491', 'Ada Moor', 4, { dataMessage: { message: null, reaction: { emoji: '👍' } } }),
      from('+491', 'Ada Moor', 5, { typingMessage: { action: 'STARTED' } }),
    ]);
    const { text, found } = await read({ holds }, { name: 'a.jsonl' });
    expect(text).toBe(SAID);
    expect(found).toMatchObject({ program: 'signal', conversations: 2, messages: 3, leftOut: 3 });
  });

  it('are not letters in envelopes', async () => {
    const holds = lines([1, 2].map((id) => ({ id, envelope: 'brown', text: 'The fox came home at last.' })));
    expect((await read({ holds }, { name: 'a.jsonl' })).kind).toBe('table');
  });
});
