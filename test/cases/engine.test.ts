import { expect, test } from 'vitest';
import { readCorpus } from '../../electron/engine/text/corpus.ts';
import { expectReading, TEXT_CASES } from './texts.ts';

test('the table names files that are there, each once', () => {
  expect(TEXT_CASES.length).toBeGreaterThan(20);
  expect(new Set(TEXT_CASES.map(({ file }) => file)).size).toBe(TEXT_CASES.length);
});

test.each(TEXT_CASES)('the engine reads $file', async (each) => {
  expectReading(each, await readCorpus({ path: each.path }, { name: each.file }));
});
