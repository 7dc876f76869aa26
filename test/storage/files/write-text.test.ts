import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textPieces } from '../../../electron/contract/text-pieces.ts';
import { writeText } from '../../../electron/storage/files/write-text.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('a text', () => {
  test('is the same in pieces of every size, none of which tears a character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '愚', '🐭', '\ud83d', '\udc2d', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 9 }), (whole, most) => {
        const pieces = [...textPieces(whole, most)];
        expect(pieces.join('')).toBe(whole);
        expect(pieces.every(({ length }) => length > 0 && length <= most)).toBe(true);
        expect(Buffer.concat(pieces.map((piece) => Buffer.from(piece)))).toEqual(Buffer.from(whole));
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  test('longer than what is encoded at once is written to the letter, and lets others take their turns', async () => {
    const path = join(temporaryFolder(), 'text.txt');
    const text = '🐭'.repeat(2_500_000);
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await writeText(path, `a${text}`);
    clearInterval(timer);
    expect(readFileSync(path, 'utf8')).toBe(`a${text}`);
    expect(turns).toBeGreaterThan(2);
    await expect(writeText(path, 'another')).rejects.toMatchObject({ code: 'target-exists' });
  });
});
