import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aesop, expectFailure, FABLE, temporaryFolder, usePortableEngine } from './aesop.ts';

usePortableEngine();

const SMALL = ['--units', '8', '--embedding-size', '8', '--checkpoint-every', '20'];

test('two models tell the same line with one seed, each under its name, in turn', async () => {
  const workspace = join(await temporaryFolder(), 'Aesop');
  const asked = (...args: string[]) => aesop([...args, '--workspace', workspace]);
  for (const [name, steps] of Object.entries({ First: '20', Second: '60' }))
    expect((await asked('train', FABLE, ...SMALL, '--steps', steps, '--name', name, '--quiet')).code).toBe(0);
  const models = (await asked('models', '--json')).json() as { id: string; name: string }[];
  const [first, second] = ['First', 'Second'].map((name) => models.find((model) => model.name === name)!.id);

  const line = ['--prompt', 'the mice had', '--seed', '7', '--length', '6'];
  const alone = async (id: string) => (await asked('tell', id, ...line, '--quiet')).stdout.trimEnd();
  const both = await asked('tell', '--model', first, '--model', second, ...line);
  expect(both.code).toBe(0);
  const told = [`First (${first})`, await alone(first), '', `Second (${second})`, await alone(second)];
  expect(both.stdout.trimEnd()).toBe(told.join('\n'));
  expect(both.stderr.match(/perplexity \d+\.\d\d, \d+\.\d{3} bits per character/g)).toHaveLength(2);

  const json = (await asked('tell', first, '--model', 'Second', ...line, '--json')).json();
  const tellers = json.filter(({ type }) => type === 'teller');
  expect(tellers.map(({ model, name }) => [model, name])).toEqual([
    [first, 'First'],
    [second, 'Second'],
  ]);
  const stories = json.filter(({ type }) => type === 'done') as { text: string; sampling: { seed: number } }[];
  expect(stories.map(({ text, sampling }) => `${sampling.seed} ${text.trim()}`)).toEqual([
    `7 ${(await alone(first)).trim()}`,
    `7 ${(await alone(second)).trim()}`,
  ]);

  // named twice it tells once, as ever; a word that one knows is no stand-in for it
  expect((await asked('tell', first, '--model', first, ...line, '--quiet')).stdout.trimEnd()).toBe(await alone(first));
  expectFailure(await asked('tell', '--prompt', 'the'), 2, /aesop tell needs <model>/);
  expectFailure(await asked('tell', '--model', 'nobody'), 1, /nobody/);
});
