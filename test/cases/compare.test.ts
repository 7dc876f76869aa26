import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeNames, openingOf } from './answers.ts';
import { mistakes } from './compare.ts';
import { LEARNT, MODELS, pathOf, readTable, TEXTS } from './table.ts';

const TABLE = [
  'file\tencoding\tlines\tholds\trefused\tknown\ttoday\twhere',
  'fox.txt\tutf-8\t3\tsaid "no" | a\\tb\\u200b\\\\',
  'crow.txt\tkoi8-r\t3\t\t\tkoi8\t{"encoding": "windows-1251", "lines": "1…"}\tlibrary',
  'empty.txt\t\t\t\ttext-empty',
  'story.docx\tutf-8\t3\t\t\tdocx\t{"refused": "text-binary"}',
].join('\n');
const [fox, crow, empty, docx] = readTable(TABLE);

describe('a table', () => {
  test('is read cell by cell; an empty one says nothing', () => {
    expect(fox).toMatchObject({ name: 'fox.txt', file: 'fox.txt', known: '', today: {}, where: [] });
    expect(fox.right).toEqual({ encoding: 'utf-8', lines: '3', holds: 'said "no" | a\tb\u200b\\' });
    expect(crow).toMatchObject({ known: 'koi8', today: { encoding: 'windows-1251', lines: '1…' }, where: ['library'] });
    expect(() => readTable('file\tlines\na.txt\t1\t2')).toThrow('More cells');
  });
});

describe('a right row', () => {
  const right = { encoding: 'utf-8', lines: '3', holds: 'said "no" | a\tb\u200b\\' };

  test('passes as long as it is right', () => expect(mistakes(fox, right)).toEqual({}));
  test('fails where a cell breaks', () =>
    expect(mistakes(fox, { ...right, lines: '4' })).toEqual({ lines: 'lines is "4" instead of "3"' }));
  test('fails where nothing is found for a cell', () =>
    expect(mistakes(fox, { encoding: 'utf-8', holds: right.holds })).toEqual({ lines: 'lines is "" instead of "3"' }));
  test('fails with the refusal alone where the file is refused', () =>
    expect(mistakes(fox, { refused: 'text-empty' })).toEqual({ refused: 'refused is "text-empty" instead of ""' }));
});

describe('a row with something known', () => {
  const today = { encoding: 'windows-1251', lines: '12' };

  test('passes as long as that is wrong as it was', () => expect(mistakes(crow, today)).toEqual({}));
  test('fails once that is right', () =>
    expect(mistakes(crow, { ...today, encoding: 'koi8-r' })).toEqual({
      encoding: 'encoding is right now: take it out of what is known',
    }));
  test('fails where that is wrong in another way', () =>
    expect(Object.keys(mistakes(crow, { encoding: 'big5', lines: '2' }))).toEqual(['encoding', 'lines']));
});

describe('a refusal', () => {
  test('that is right passes, another one or none fails', () => {
    expect(mistakes(empty, { refused: 'text-empty' })).toEqual({});
    expect(Object.keys(mistakes(empty, { refused: 'text-blank' }))).toEqual(['refused']);
    expect(Object.keys(mistakes(empty, { encoding: 'utf-8' }))).toEqual(['refused']);
  });

  test('that is known passes, and fails once the file is read', () => {
    expect(mistakes(docx, { refused: 'text-binary' })).toEqual({});
    expect(Object.keys(mistakes(docx, { encoding: 'utf-8', lines: '3' }))).toEqual(['refused']);
  });
});

describe('the tables', () => {
  const rows = [...TEXTS, ...LEARNT, ...MODELS];

  test('name every file that is there, and no other', () => {
    expect([...new Set(rows.map(({ file }) => file))].sort()).toEqual(readdirSync(dirname(pathOf('x'))).sort());
  });

  test.each(Object.entries({ TEXTS, LEARNT, MODELS }))('%s say each thing once', (_, table) => {
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
  });

  test('name what is known, and only of cells that say what is right', () => {
    for (const { name, known, today, right } of rows) {
      expect([name, known !== '']).toEqual([name, Object.keys(today).length > 0]);
      expect({ refused: '', ...right }, name).toMatchObject(
        Object.fromEntries(Object.keys(today).map((cell) => [cell, expect.any(String)])),
      );
    }
  });
});

test('a story opens with all before its first symbol', () => {
  expect(openingOf('    for item in', [' item', ' in'])).toBe('    for');
});

test('names are judged without the one that was given and the one that is cut off', () => {
  const known = 'Ada\nBo\n';
  expect(judgeNames('Ada\nAdo\nBa\nBo\nA', known)).toBe('over half new, none empty');
  expect(judgeNames('Ada\nAdo\nAda\nBo\nA', known)).toBe('at most half new, none empty');
  expect(judgeNames('Ada\nAdo\n\nAde\nA', known)).toBe('over half new, some empty');
});
