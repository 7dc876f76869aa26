import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Random } from '../../../electron/engine/random.ts';
import { textFile } from '../../../electron/storage/files/text-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const MEGABYTE = 1 << 20;

async function kept(...pieces: string[]): Promise<string[]> {
  const file = textFile(join(temporaryFolder(), 'text.txt'));
  for (const piece of pieces) await file.write(piece);
  const read: string[] = [];
  for await (const piece of file.read()) read.push(piece);
  return read;
}

describe('a text file', () => {
  test('gives back what was written, in pieces of whole lines', async () => {
    const random = new Random(3);
    const signs = ['a', 'é', '鹿', '🦌', ' '];
    const line = () => Array.from({ length: random.integer(400) }, () => signs[random.integer(signs.length)]).join('');
    const text = Array.from({ length: 12_000 }, line).join('\n');
    const pieces = await kept(text.slice(0, 5), text.slice(5));
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('')).toBe(text);
    expect(pieces.slice(0, -1).filter((piece) => !piece.endsWith('\n'))).toEqual([]);
  });

  test.each(['a', 'é', '鹿', '🦌'])('parts a line that is too long between two %s', async (sign) => {
    const text = `one\n${'x'.repeat(MEGABYTE - 5)}${sign.repeat(2 * MEGABYTE)}\nend`;
    const pieces = await kept(text);
    expect(pieces.join('') === text).toBe(true);
    expect(pieces.filter((piece) => piece.includes('\ufffd'))).toEqual([]);
  });

  test('has no piece where there is nothing, and keeps an end without a line end', async () => {
    expect(await kept('')).toEqual([]);
    expect(await kept('one\ntw', 'o')).toEqual(['one\n', 'two']);
  });
});
