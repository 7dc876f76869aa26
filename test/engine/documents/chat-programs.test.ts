import { expect, it } from 'vitest';
import { read } from './read.ts';

/** Made up, as these programs write what somebody asks them for. */
const at = (second: number) => new Date(Date.UTC(2024, 2, 5, 10, 1, second)).toISOString();
const ms = (second: number) => Date.parse(at(second));

const entry = (title: string, second: number, html: string) => ({
  header: 'Gemini Apps',
  title: `Prompted ${title}`,
  time: at(second),
  products: ['Gemini Apps'],
  safeHtmlItem: [{ html }],
});
const GEMINI = [
  entry('And <where> is it?', 20, '<p>By the weir &amp; the <b>mill</b>.</p><p>Still.</p>'),
  entry('Is there a heron?', 10, '<p>Yes.</p>'),
  { header: 'Gemini Apps', title: 'Used an assistant feature', time: at(5), products: ['Gemini Apps'] },
];
const node = (parent: string | null, children: string[], fragments?: [string, string][]) => ({
  parent,
  children,
  message: fragments && {
    inserted_at: at(10),
    fragments: fragments.map(([type, content]) => ({ type, content })),
  },
});
const DEEPSEEK = [
  {
    id: 'a',
    title: 'Heron',
    mapping: {
      root: { ...node(null, ['1']), message: null },
      1: node('root', ['2', '3'], [['REQUEST', 'Is there a heron?']]),
      2: node('1', [], [['RESPONSE', 'No.']]),
      3: node('1', [], [['THINK', 'Look first.'], ['RESPONSE', 'Yes.']]), // prettier-ignore
    },
  },
];
const grok = (sender: string, message: string, second: number) => ({
  response: { message, sender, create_time: { $date: { $numberLong: `${ms(second)}` } } },
});
const GROK = {
  conversations: [
    { conversation: { id: 'c' }, responses: [grok('human', 'Is there?', 10), grok('ASSISTANT', 'Yes.', 11)] },
  ],
};
const comment = (display_name: string, body: string, second: number) => ({
  created_at: at(second),
  content_offset_seconds: second,
  commenter: { display_name, name: display_name.toLowerCase() },
  message: { body, fragments: [{ text: body }] },
});
const TWITCH = { streamer: { name: 'ada' }, comments: [comment('Tom', 'Look!', 3), comment('Mia', 'Where?', 4)] };
const snap = (From: string, Content: string, second: number, kind = 'TEXT') => ({
  From,
  'Media Type': kind,
  Created: `${at(second).slice(0, 19).replace('T', ' ')} UTC`,
  Content,
});
const SNAPCHAT = {
  tom: [snap('tom', 'Yes.', 20), snap('tom', '', 15, 'MEDIA'), snap('ada', 'Up?', 10)],
  'mia.b': [snap('mia.b', 'Hi.', 30)],
};
const TEAMS = {
  messages: [
    {
      MessageList: [
        { displayName: 'Ada', originalarrivaltime: at(1), messagetype: 'RichText/Html', content: '<p>So &amp; so.</p><p>Well?</p>', from: '8:1' },
        { displayName: 'Tom', originalarrivaltime: at(2), messagetype: 'Text', content: 'Well.', from: '8:2' },
      ],
    },
  ],
}; // prettier-ignore
const qq = (name: string, text: string, second: number, more = {}) => ({
  id: `${second}`,
  timestamp: ms(second),
  sender: { uid: name, name },
  type: 'type_1',
  content: { text, elements: [] },
  recalled: false,
  ...more,
});
const QQ = { chatInfo: { name: '小白' }, messages: [qq('阿水', '在吗？', 1), qq('小白', '不在', 2, { recalled: true }), qq('小白', '在。', 3)] }; // prettier-ignore
const wechat = (senderDisplayName: string, content: string, second: number, localType = 1) => ({
  localId: second,
  createTime: ms(second) / 1e3,
  localType,
  content,
  senderDisplayName,
});
const WECHAT = { session: { nickname: '小白' }, messages: [wechat('阿水', '在吗？', 1), wechat('阿水', '[图片]', 2, 3), wechat('小白', '在。', 3)] }; // prettier-ignore

it.each<[string, unknown, string]>([
  ['gemini', GEMINI, 'User: Is there a heron?\nGemini: Yes.\nUser: And <where> is it?\nGemini: By the weir & the mill.\nStill.\n'],
  ['deepseek', DEEPSEEK, 'User: Is there a heron?\nDeepSeek: Yes.\n'],
  ['grok', GROK, 'User: Is there?\nGrok: Yes.\n'],
  ['twitch', TWITCH, 'Tom: Look!\nMia: Where?\n'],
  ['snapchat', SNAPCHAT, 'ada: Up?\ntom: Yes.\nmia.b: Hi.\n'],
  ['skype', TEAMS, 'Ada: So & so.\nWell?\nTom: Well.\n'],
  ['qq', QQ, '阿水: 在吗？\n小白: 在。\n'],
  ['wechat', WECHAT, '阿水: 在吗？\n小白: 在。\n'],
])('chats of %s are what their people said, in order', async (program, holds, said) => {
  for (const size of [1 << 20, 90]) {
    const { text, found } = await read({ holds: JSON.stringify(holds, undefined, 1) }, { size });
    expect(found).toMatchObject({ kind: 'chat', program });
    expect(text.replace(/^\[[^\]]*\] /gm, '')).toBe(said);
  }
}); // prettier-ignore

it('what WeChat keeps in the place of a picture is no text of a table', async () => {
  const row = (text: string) => `1,${text},2024-03-05 10:01:22`;
  const holds = `localId,StrContent,StrTime\n${[row('明天去看白鹭吗？'), row('"<?xml version=""1.0""?>\n<msg><img a=""1"" /></msg>"'), row('好啊，几点见？')].join('\n')}\n`;
  expect((await read({ holds }, { name: 'a.csv' })).text).toBe('明天去看白鹭吗？\n好啊，几点见？\n');
});

it('whole questions name columns where another has a name above dates or numbers', async () => {
  const holds =
    'Timestamp,How old are you?,What do you remember of the lake?\n3/5/2024 10:01:22,12,"The heron, and the boat."\n3/5/2024 10:02:22,13,We went home.\n';
  const { text, found } = await read({ holds }, { name: 'a.csv' });
  expect(text).toBe('The heron, and the boat.\nWe went home.\n');
  expect(found).toMatchObject({ rows: 2 });
  const bare = '3/5/2024,12,The heron.\n3/5/2024,13,We went home.\n';
  expect((await read({ holds: bare }, { name: 'a.csv' })).text).toBe('The heron.\nWe went home.\n');
});
