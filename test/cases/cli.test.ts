import { expect, test } from 'vitest';
import type { Corpus } from '../../electron/contract/corpus.ts';
import { aesop, temporaryFolder } from '../cli/aesop.ts';
import { expectReading, TEXT_CASES } from './texts.ts';

const workspace = await temporaryFolder();

test.each(TEXT_CASES)('`aesop inspect` reads $file', async (each) => {
  const { code, json } = await aesop(['inspect', each.path, '--json', '--workspace', workspace]);
  expect(code).toBe(0);
  const corpus = json().find(({ type }) => type === 'corpus');
  expectReading(each, corpus as unknown as Corpus);
});
