import { beforeAll, describe, expect, test } from 'vitest';
import { samplingSchema, type Sampling, type StorySymbol } from '../../../electron/contract/story.ts';
import type { LoadedModel } from '../../../electron/engine/formats/index.ts';
import { createKernels, type Kernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { taughtModel, tellerOf } from './taught.ts';

let kernels: Kernels;
let windows: LoadedModel;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
  windows = taughtModel(kernels, { windowLength: 3 });
});

const sampling = (values: Partial<Sampling>) => samplingSchema.parse(values);
const greedy = (length: number) => sampling({ greedy: true, length });
const texts = (symbols: readonly StorySymbol[]) => symbols.map(({ text }) => text);

describe('a prompt the model does not know', () => {
  test('is told on as it is written, and read as the model can', async () => {
    const rare = taughtModel(kernels, { minimumCount: 2 }, { passes: 30 });
    const teller = tellerOf(rare);
    const told = await teller.tell('the Elowen said', greedy(6));
    expect(told.text).toBe(`the Elowen said ${texts(told.symbols).join(' ')}`);
    const marked = await teller.tell('the <unk> said', greedy(6));
    expect(texts(marked.symbols)).toEqual(texts(told.symbols));
    rare.model.dispose();
    const past = await tellerOf(windows).tell('had a Elowen general', greedy(6));
    expect(past.text).toBe(`had a Elowen general ${texts(past.symbols).join(' ')}`);
    expect(texts(past.symbols)).toEqual(texts((await tellerOf(windows).tell('had a general', greedy(6))).symbols));
  });

  test('is refused with the words and the nearest known on wish', async () => {
    const telling = tellerOf(windows).tell('the Mouse saw', { ...greedy(5), unknown: 'refuse' });
    const values = { words: '“Mouse”, “saw”', nearest: expect.stringMatching(/^mouse/) as string };
    await expect(telling).rejects.toMatchObject({ code: 'unknown-word', values });
  });

  test('is read as the nearest words on wish, and stays as it is written', async () => {
    const told = await tellerOf(windows).tell('had a Generel', { ...greedy(3), unknown: 'nearest' });
    expect(told.text).toBe(`had a Generel ${texts(told.symbols).join(' ')}`);
    expect(texts(told.symbols)).toEqual(texts((await tellerOf(windows).tell('had a general', greedy(3))).symbols));
  });

  test('is carried over: where the story tells its stand-in, it is written, and the story goes on from it', async () => {
    const teller = tellerOf(windows);
    const plain = await teller.tell('had a general', greedy(60));
    const standIn = texts(plain.symbols)[2];
    const sampling = { ...greedy(60), standIns: { Elowen: standIn } };
    const told = await teller.tell('had a general', sampling);
    const written = texts(plain.symbols).map((text) => (text === standIn ? 'Elowen' : text));
    expect(texts(told.symbols)).toEqual(written);
    expect(told.symbols.map(({ id }) => id)).toEqual(plain.symbols.map(({ id }) => id));
    const on = await teller.tell('had a general', sampling, { continuation: written.slice(0, 5) });
    expect(texts(on.symbols)).toEqual(written);
    const not = await teller.tell('had a general', { ...sampling, carryOver: false });
    expect(texts(not.symbols)).toEqual(texts(plain.symbols));
  });

  test.each(['', '   ', '\n'])('is nothing: %j', async (prompt) => {
    await expect(tellerOf(windows).tell(prompt, greedy(5))).rejects.toMatchObject({ code: 'prompt-empty' });
  });

  test('is a continuation with a symbol nobody told', async () => {
    const telling = tellerOf(windows).tell('the', greedy(5), { continuation: ['dragon'] });
    await expect(telling).rejects.toMatchObject({ code: 'unknown-word' });
  });
});

describe('prompt and story join', () => {
  const text = 'The mouse ran: “No!” Then cats, wise,\nsaid so.\n'.repeat(3);

  test.each([
    ['words', 'The mouse ran', 'The mouse ran: “No!” Then cats'],
    ['words', 'The mouse ran ', 'The mouse ran: “No!” Then cats'],
    ['words', 'The mouse ran   ', 'The mouse ran   : “No!” Then cats'],
    ['words', ' Then cats, wise,\n', ' Then cats, wise,\nsaid so.\n'],
    ['words', '    Then cats, wise,\n', '    Then cats, wise,\nsaid so.\n'],
    ['characters', '  The mouse ', '  The mouse ran: “No!”'],
    ['characters', 'The mous', 'The mouse ran: “No'],
    ['characters', 'The mouse ', 'The mouse ran: “No!”'],
    ['whitespace', ' The  mouse ran: ', 'The  mouse ran: “No!” Then cats,'],
  ] as const)('%s: %j', async (tokenizer, prompt, expected) => {
    const windowLength = tokenizer === 'characters' ? 6 : 3;
    const model = taughtModel(kernels, { tokenizer, windowLength }, { text, passes: 60 });
    const told = await tellerOf(model).tell(prompt, greedy(10));
    model.model.dispose();
    expect(told.text.slice(0, expected.length)).toBe(expected);
  });

  test('Chinese joins without spaces', async () => {
    const fable = '宋人有耕者。田中有株，兔走触株，折颈而死。'.repeat(3);
    const model = taughtModel(kernels, { tokenizer: 'words' }, { text: fable, passes: 60 });
    const told = await tellerOf(model).tell('田中有株', greedy(4));
    model.model.dispose();
    expect(told.text.startsWith('田中有株，兔')).toBe(true);
  });
});
