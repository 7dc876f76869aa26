import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createTokenizer } from '../../../electron/engine/text/tokenizers/tokenizers.ts';
import { FABLE, fileWith, localWorker } from '../local-worker.ts';

describe('a preview', () => {
  test('tells encoding, beginning and where it cannot be read', async () => {
    const { run } = localWorker();
    const bytes = Buffer.concat([
      Buffer.from('caf\u00e9 au lait\n'.repeat(50)),
      Buffer.from([0x61, 0xff, 0xfe, 0x62, 10]),
    ]);
    const preview = await run('preview', { path: await fileWith(bytes), name: 'menu.txt', encoding: 'utf-8' });
    expect(preview).toMatchObject({ name: 'menu.txt', bytes: bytes.length, encoding: 'utf-8' });
    expect(preview.replaced).toBeGreaterThan(0);
    expect(preview.sample.startsWith('café au lait')).toBe(true);
    expect(preview.trouble[0]).toEqual({ offset: bytes.length - 4, bytes: 'fffe62' });
  });

  test('of a Chinese text in GB18030 guesses right and keeps nothing', async () => {
    const { run } = localWorker();
    const gb = Buffer.from('cad8d6eab4fdcdc3a1a3cbcec8cbd3d0b8fbccefd5df', 'hex');
    const path = await fileWith(Buffer.concat(Array.from({ length: 40 }, () => gb)));
    const preview = await run('preview', { path, name: 'a.txt' });
    expect(preview.encoding).toBe('gb18030');
    expect(preview.sample.startsWith('守株待兔。宋人有耕田者')).toBe(true);
    expect(preview.trouble).toEqual([]);
  });

  test('of an unknown encoding is refused', async () => {
    const { run } = localWorker();
    const job = run('preview', { path: await fileWith(FABLE), name: 'a', encoding: 'klingon' });
    await expect(job).rejects.toMatchObject({ code: 'encoding-unknown' });
  });
});

test('statistics follow the tokenizer asked for', async () => {
  const { run } = localWorker();
  const path = await fileWith('The cat. the cat.');
  const whitespace = await run('statistics', { path, borders: [], tokenizer: 'whitespace', lowercase: true });
  expect(whitespace).toMatchObject({ tokenizer: 'whitespace', lowercase: true, symbols: 4, distinct: 2 });
  expect((await run('statistics', { path, borders: [], tokenizer: 'characters', lowercase: false })).symbols).toBe(17);
});

describe('searching a text', () => {
  test('counts every hit and tells those round a place', async () => {
    const { run } = localWorker();
    const path = await fileWith('the Mouse, the mouse\n'.repeat(500));
    const asked = { path, text: 'MOUSE', limit: 4 };
    expect(await run('search', { ...asked, near: 0 })).toEqual({
      total: 1000,
      complete: true,
      first: 0,
      hits: [
        [4, 5],
        [15, 5],
        [25, 5],
        [36, 5],
      ],
    });
    const middle = await run('search', { ...asked, near: 21 * 250 });
    expect(middle).toMatchObject({ total: 1000, first: 498 });
    expect(middle.hits[2]).toEqual([21 * 250 + 4, 5]);
    expect((await run('search', { ...asked, near: 1e9 })).first).toBe(996);
  });

  test('a text written anew is searched anew', async () => {
    const { run } = localWorker();
    const path = await fileWith('a mouse');
    const asked = { path, text: 'mouse', near: 0, limit: 10 };
    expect((await run('search', asked)).total).toBe(1);
    await writeFile(path, 'no such animal, but a mouse and a mouse');
    expect((await run('search', asked)).total).toBe(2);
    await expect(run('search', { ...asked, path: `${path}.gone` })).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describe('a stretch of a text as symbols', () => {
  const text = 'The mouse, the Mouse.\nİstanbul and the CAT. 愚公移山，守株待兔。\n'.repeat(200);
  const whole = (tokenizer: 'words' | 'whitespace' | 'characters', lowercase: boolean) =>
    createTokenizer(tokenizer, { lowercase }).encode(text);

  test.each([
    ['words', false],
    ['words', true],
    ['whitespace', true],
    ['characters', false],
  ] as const)('is cut as the whole text is: %s, lower case %s', async (tokenizer, lowercase) => {
    const { run } = localWorker();
    const path = await fileWith(text);
    const expected = whole(tokenizer, lowercase);
    const read: string[] = [];
    const size = 1500;
    const starts = new Set<number>();
    for (let offset = 0; offset < text.length; offset += size) {
      const {
        kinds,
        order,
        starts: places,
      } = await run('symbols', { path, borders: [], tokenizer, lowercase, offset, length: size });
      for (const [index, kind] of order.entries()) {
        // One that stands on a border belongs to both stretches.
        if (starts.has(places[index])) continue;
        starts.add(places[index]);
        read.push(kinds[kind].symbol);
        const there = text.slice(places[index]);
        expect((lowercase ? there.toLowerCase() : there).startsWith(kinds[kind].symbol)).toBe(true);
      }
      expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
    }
    expect(read).toEqual(expected);
  });

  test('never begins in the middle of a character', async () => {
    const { run } = localWorker();
    const text = `a${'😀'.repeat(2_500)}`;
    const path = await fileWith(text);
    const cut = { path, borders: [], lowercase: false };
    for (const offset of [1_500, 1_501, 2_998, 2_999]) {
      const { kinds, order, starts } = await run('symbols', { ...cut, tokenizer: 'characters', offset, length: 7 });
      expect(kinds.map(({ symbol }) => symbol)).toEqual(['😀']);
      expect(order.length).toBeGreaterThan(2);
      for (const start of starts) expect(text.slice(start, start + 2)).toBe('😀');
    }
  });

  test.each(['words', 'characters'] as const)('is cut in each source by itself: %s', async (tokenizer) => {
    const { run } = localWorker();
    // a quote and dots are cut by what stands beside them
    const sources = ['He said: "Yes', '" she said. Then --', '-- nothing at all.'];
    const borders = [sources[0].length, sources[0].length + sources[1].length];
    const path = await fileWith(sources.join(''));
    const cut = { path, borders, tokenizer, lowercase: false };
    const alone = sources.flatMap((source) => createTokenizer(tokenizer, { lowercase: false }).encode(source));
    const places: number[] = [];
    const symbols: string[] = [];
    for (let offset = 0; offset < sources.join('').length; offset += 7) {
      const { kinds, order, starts } = await run('symbols', { ...cut, offset, length: 7 });
      for (const [index, start] of starts.entries()) {
        if (start < offset) continue;
        places.push(start);
        symbols.push(kinds[order[index]].symbol);
      }
    }
    expect(symbols).toEqual(alone);
    for (const border of borders) expect(places).toContain(border);
  });

  test('knows id and count of each in the whole text', async () => {
    const { run } = localWorker();
    const path = await fileWith(`${'the mouse '.repeat(3)}the cat`);
    const cut = { path, borders: [], tokenizer: 'whitespace' as const, lowercase: false };
    const { kinds, order } = await run('symbols', { ...cut, offset: 20, length: 100 });
    expect(order.map((kind) => kinds[kind])).toEqual([
      { symbol: 'the', id: 0, times: 4 },
      { symbol: 'mouse', id: 1, times: 3 },
      { symbol: 'the', id: 0, times: 4 },
      { symbol: 'cat', id: 2, times: 1 },
    ]);
  });
});
