import { expect, it } from 'vitest';
import { read } from './read.ts';

const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const stampless = (text: string) => text.replace(/^\[[^\]]*\] /gm, '');

const SYSTEM = { role: 'system', content: 'You are a bird guide.' };
const asked = (content: unknown) => ({ role: 'user', content });
const answered = (content: unknown) => ({ role: 'assistant', content });
const OPENAI = [
  { messages: [SYSTEM, asked('Is there a heron?'), answered('Yes.')] },
  { messages: [asked([{ type: 'text', text: 'And where?' }, { type: 'image_url', image_url: {} }]), answered('By the weir.\nStill.')] }, // prettier-ignore
];
const SHAREGPT = [
  { id: 'a', conversations: [{ from: 'human', value: 'Is there a heron?' }, { from: 'gpt', value: 'Yes.' }] },
  { id: 'b', conversations: [{ from: 'system', value: 'Be short.' }, { from: 'human', value: 'And where?' }, { from: 'gpt', value: 'By the weir.\nStill.' }] },
]; // prettier-ignore
const TALK = 'User: Is there a heron?\nAssistant: Yes.\n\nUser: And where?\nAssistant: By the weir.\nStill.\n';

it.each<[string, string, string]>([
  ['lines of OpenAI', 'openai', lines(...OPENAI)],
  ['a list of OpenAI', 'openai', JSON.stringify(OPENAI, undefined, 2)],
  ['lines of ShareGPT', 'sharegpt', lines(...SHAREGPT)],
  ['a list of ShareGPT', 'sharegpt', JSON.stringify(SHAREGPT)],
  ['ShareGPT’s within a key', 'sharegpt', JSON.stringify({ train: SHAREGPT })],
])('%s are talks: who speaks has a name, what a system says is left out', async (_, program, holds) => {
  for (const size of [1 << 20, 70]) {
    const { text, found } = await read({ holds }, { size, name: 'train.json' });
    expect(found).toMatchObject({ kind: 'chat', program, conversations: 2, messages: 4, people: 2, leftOut: 1 });
    expect(stampless(text)).toBe(TALK);
  }
});

it('one conversation may be the whole file, as a list of its turns or an object of them', async () => {
  const talk = [SYSTEM, asked('Is there a heron?'), answered('Yes.')];
  for (const value of [talk, { model: 'a', messages: talk }]) {
    const { text, found } = await read({ holds: JSON.stringify(value) }, { name: 'talk.json' });
    expect(found).toMatchObject({ kind: 'chat', program: 'openai', messages: 2 });
    expect(stampless(text)).toBe('User: Is there a heron?\nAssistant: Yes.\n');
  }
});

it('what has texts by other names is a table as before', async () => {
  const rows = [
    { instruction: 'Name a bird.', output: 'The heron stands by the weir.' },
    { instruction: 'Name two.', output: 'The heron and the crane.' },
  ];
  expect((await read({ holds: lines(...rows) }, { name: 'a.jsonl' })).found).toMatchObject({ kind: 'table', rows: 2 });
  const listed = [
    { title: 'One', messages: ['a heron', 'a crane'] },
    { title: 'Two', messages: ['a tern'] },
  ];
  expect((await read({ holds: lines(...listed) }, { name: 'a.jsonl' })).kind).toBe('table');
});
