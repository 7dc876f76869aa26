import { describe, expect, it } from 'vitest';
import { prepared } from '../text/preparation/prepared.ts';
import { read } from './read.ts';

/** Made up, in the forms in which conversations are gathered to train a model of. */
const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const said = (role: string, content: unknown) => ({ role, content });

const OPENAI = [
  { messages: [said('system', 'You are a heron.'), said('user', 'Who are you?'), said('assistant', [{ type: 'text', text: 'A heron.' }, { type: 'text', text: 'I stand.' }])] },
  { messages: [said('user', 'And now?'), said('assistant', null), said('tool', '{"rain": 1}'), said('assistant', 'Rain.')] },
]; // prettier-ignore
const SHAREGPT = [
  { id: 'a', conversations: [{ from: 'system', value: 'Be brief.' }, { from: 'human', value: 'Who are you?' }, { from: 'gpt', value: 'A heron.\nI stand.' }] },
  { id: 'b', conversations: [{ from: 'human', value: 'And now?' }, { from: 'gpt', value: 'Rain.' }] },
]; // prettier-ignore
const GEMINI = [
  { contents: [{ role: 'user', parts: [{ text: 'Who are you?' }] }, { role: 'model', parts: [{ text: 'A heron.' }, { text: 'I stand.' }] }] },
  { contents: [{ role: 'user', parts: [{ text: 'And now?' }] }, { role: 'model', parts: [{ text: 'Rain.' }] }] },
]; // prettier-ignore
const template = (asked: string, answered: string) =>
  `Below is an instruction that describes a task. Write what completes it.\n\n### Instruction:\n${asked}\n\n### Response:\n${answered}`;
const ALPACA = [
  { instruction: 'Who are you?', input: '', output: 'A heron.\nI stand.', text: template('Who are you?', 'A heron.\nI stand.') },
  { instruction: 'And now?', input: '', output: 'Rain.', text: template('And now?', 'Rain.') },
]; // prettier-ignore
const pairs = (asks: string, answers: string) => [
  { id: 1, [asks]: 'Who are you?', [answers]: 'A heron.\nI stand.' },
  { id: 2, [asks]: 'And now?', [answers]: 'Rain.' },
];
const TURNS = 'User: Who are you?\nAssistant: A heron.\nI stand.\n\nUser: And now?\nAssistant: Rain.\n';

describe('a data set of conversations', () => {
  it.each<[string, string, string]>([
    ['of OpenAI', lines(OPENAI), 'a.jsonl'],
    ['of ShareGPT', JSON.stringify(SHAREGPT, undefined, 2), 'a.json'],
    ['of ShareGPT a line each', lines(SHAREGPT), 'a.txt'],
    ['of Gemini', lines(GEMINI), 'a.jsonl'],
    ['of Alpaca', JSON.stringify(ALPACA), 'a.json'],
    ['of prompts', lines(pairs('prompt', 'completion')), 'a.jsonl'],
    ['of questions', JSON.stringify({ version: 1, data: pairs('question', 'answer') }), 'a.json'],
  ])('%s is turns, an empty line between two of them', async (_, holds, name) => {
    for (const size of [1 << 20, 70]) {
      const { text, found } = await read({ holds }, { name, size });
      expect(found).toMatchObject({ kind: 'chat', program: 'dataset', conversations: 2, messages: 4, people: 2 });
      expect(prepared(text, [{ step: 'stamps' }], [], 'chat').text).toBe(TURNS);
    }
  });

  it('says what a task is about below it', async () => {
    const holds = lines([{ instruction: 'Count the birds.', input: 'heron, weir, wren', output: 'Two.' }]);
    expect((await read({ holds }, { name: 'a.jsonl' })).text).toBe(
      '[?] User: Count the birds.\nheron, weir, wren\n[?] Assistant: Two.\n',
    );
  });

  it('counts what nobody said, and rows of another form', async () => {
    const { found } = await read({ holds: lines([...OPENAI, { note: 'The end.' }]) }, { name: 'a.jsonl' });
    expect(found).toMatchObject({ messages: 4, leftOut: 3 });
  });

  it('may be one alone, as the list of its messages', async () => {
    const { text, found } = await read({ holds: JSON.stringify(OPENAI[0].messages) }, { name: 'talk.json' });
    expect(found).toMatchObject({ kind: 'chat', messages: 2, leftOut: 1 });
    expect(text).toBe('[?] User: Who are you?\n[?] Assistant: A heron.\nI stand.\n');
  });

  it('is a table for whoever asks for a column', async () => {
    const holds = lines(ALPACA);
    const { kind, text } = await read({ holds }, { name: 'a.jsonl', column: 'output' });
    expect([kind, text]).toEqual(['table', 'A heron.\nI stand.\n\nRain.\n']);
  });
});

const STORY = 'The heron stood in the weir and looked at the rain, and nobody came by until the evening. '
  .repeat(4)
  .trim();

it.each<[string, readonly unknown[], string]>([
  ['stories with a question about each', [1, 2].map((id) => ({ id, story: STORY, question: 'Who stood?', answer: 'The heron.' })), STORY],
  ['messages of people', [1, 2].map((id) => ({ id, messages: [{ from: 'Ada', text: 'It rained at noon.' }, { from: 'Bo', text: 'Not here.' }] })), 'It rained at noon.\nNot here.'],
  ['numbers by questions', [1, 2].map((id) => ({ question: 'How many herons stood there?', answer: id })), 'How many herons stood there?'],
])('%s are a table', async (_, rows, first) => {
  const { kind, text } = await read({ holds: lines(rows) }, { name: 'a.jsonl' });
  expect(kind).toBe('table');
  expect(text.startsWith(first)).toBe(true);
}); // prettier-ignore
