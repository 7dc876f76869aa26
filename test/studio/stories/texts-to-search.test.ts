import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AesopError } from '../../../electron/contract/errors.ts';
import type { ModelCard } from '../../../electron/contract/model.ts';
import type { Context } from '../../../electron/studio/context.ts';
import { textsToSearch } from '../../../electron/studio/stories/texts-to-search.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

const text = (id: string, characters: number) => ({ id, name: id, sha256: id, characters });
const learnt = ['first', 'second', 'third'].map((id) => ({ id, name: id, sha256: id }));
const [first, second, third] = learnt;

/** @param unread ids of texts of which the file itself is gone */
function search(texts: ReturnType<typeof text>[], card: object, unread: readonly string[] = []) {
  const folder = temporaryFolder();
  for (const { id } of texts.filter((each) => !unread.includes(each.id))) {
    mkdirSync(join(folder, id));
    writeFileSync(join(folder, id, 'text.txt'), id);
  }
  const corpora = {
    read: async (id: string) => {
      const found = texts.find((one) => one.id === id);
      if (!found) throw new AesopError('corpus-missing', { id });
      return Promise.resolve(found);
    },
    list: () => Promise.resolve({ items: texts }),
    path: (id: string) => join(folder, id),
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

test('a text that was prepared anew between two trainings is searched, and missed, once', async () => {
  const prepared = { ...first, sha256: 'prepared' };
  const card = { corpus: prepared, base: { texts: [first, second] } };
  expect(ids(await search([text('first', 10), text('second', 10)], card))).toEqual(['first', 'second']);
  expect((await search([text('second', 10)], card)).left.gone).toEqual(['first']);
  // the last by its content, the one before it by its id
  const twice = { corpus: { ...first, id: 'gone', sha256: 'other' }, base: { texts: [{ ...first, id: 'anew' }] } };
  expect(ids(await search([{ ...text('anew', 10), sha256: 'other' }], twice))).toEqual(['anew']);
});

test('a text that cannot be read keeps none of the others from being searched', async () => {
  const texts = [text('first', 10), text('second', 10), text('third', 10)];
  const card = { corpus: third, base: { texts: [first, second] } };
  const found = await search(texts, card, ['second']);
  expect([ids(found), found.left.gone]).toEqual([['third', 'first'], ['second']]);
  expect(ids(await search(texts, card, ['third']))).toEqual(['second', 'first']);
  await expect(search(texts, card, ['first', 'second', 'third'])).rejects.toMatchObject({ code: 'file-missing' });
});
