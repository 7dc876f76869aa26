import { expect, test } from 'vitest';
import { AesopError } from '../../../electron/contract/errors.ts';
import type { ModelCard } from '../../../electron/contract/model.ts';
import type { Context } from '../../../electron/studio/context.ts';
import { textsToSearch } from '../../../electron/studio/stories/texts-to-search.ts';

const text = (id: string, characters: number) => ({ id, name: id, sha256: id, characters });
const learnt = ['first', 'second', 'third'].map((id) => ({ id, name: id, sha256: id }));
const [first, second, third] = learnt;

function search(texts: ReturnType<typeof text>[], card: object) {
  const corpora = {
    read: async (id: string) => {
      const found = texts.find((one) => one.id === id);
      if (!found) throw new AesopError('corpus-missing', { id });
      return Promise.resolve(found);
    },
    list: () => Promise.resolve({ items: texts }),
    path: (id: string) => `/corpora/${id}`,
  };
  return textsToSearch({ workspace: { corpora } } as unknown as Context, { name: 'model', ...card } as ModelCard);
}

const ids = ({ texts }: Awaited<ReturnType<typeof search>>) => texts.map(({ id }) => id);

test('the last text is searched however long it is, and of those before it as many as memory holds, the latest first', async () => {
  const card = { corpus: third, base: { texts: [first, second] } };
  const short = await search([text('first', 10), text('second', 10), text('third', 1e9)], card);
  expect(ids(short)).toEqual(['third', 'second', 'first']);
  expect(short.left).toEqual({ gone: [], long: [], more: false });
  const long = await search([text('first', 10), text('second', 1e9), text('third', 1e9)], card);
  expect(ids(long)).toEqual(['third', 'first']);
  expect(long.left.long).toEqual(['second']);
  const both = await search([text('first', 2e7), text('second', 2e7), text('third', 10)], card);
  expect([ids(both), both.left.long]).toEqual([['third', 'second'], ['first']]);
});

test('of a model that comes from elsewhere, what it had learnt there is said to be unknown', async () => {
  const card = { corpus: second, base: { texts: [], more: true } };
  expect((await search([text('second', 10)], card)).left).toEqual({ gone: [], long: [], more: true });
  await expect(search([], {})).rejects.toMatchObject({ code: 'corpus-unknown', values: { name: 'model' } });
});
