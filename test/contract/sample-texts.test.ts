import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleTexts, textName } from '../../electron/contract/sample-texts.ts';
import { inBoth } from '../messages/said.ts';

const FILES = join(import.meta.dirname, '..', '..', 'resources', 'corpora');

test('every text that comes along has a name in each language', () => {
  const files = readdirSync(FILES).filter((file) => file.endsWith('.txt'));
  expect(files.map((file) => file.replace('.txt', '')).sort()).toEqual([...sampleTexts].sort());
});

test('a sample is called so in the language in use, until its owner calls it something', () => {
  const said = (name: string, origin = 'sample') => inBoth(textName({ name, origin }));
  expect(said('Belling the Cat')).toEqual({ en: 'Belling the Cat', zh: '给猫系铃' });
  expect(said('My cat')).toEqual({ en: 'My cat', zh: 'My cat' });
  expect(said('Belling the Cat', 'file')).toEqual({ en: 'Belling the Cat', zh: 'Belling the Cat' });
});
