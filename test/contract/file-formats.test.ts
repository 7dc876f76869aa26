import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { applyUpgrades, parseFile, versionOf, type Upgrade } from '../../electron/contract/file-formats.ts';
import { corpusSchema, sourceSchema, type Corpus, type Source } from '../../electron/contract/corpus.ts';
import { modelCardSchema } from '../../electron/contract/model.ts';
import { settingsSchema } from '../../electron/contract/machine.ts';
import { runSchema } from '../../electron/contract/run.ts';
import { runNamed } from '../storage/things.ts';

/** A file that had `title`, then `name`, then also `words`. */
const upgrades: Upgrade[] = [
  ({ title, ...rest }) => ({ ...rest, name: title }),
  (old) => ({ ...old, words: (old.name as string).split(' ').length }),
];

describe('an older file', () => {
  test.each([
    ['of the first version', { version: 1, id: 'a', title: 'The Mice' }],
    ['of the second version', { version: 2, id: 'a', name: 'The Mice' }],
    ['of today', { version: 3, id: 'a', name: 'The Mice', words: 2 }],
  ])('%s is upgraded one version after the other, and is itself untouched', (_, value) => {
    const before = structuredClone(value);
    expect(applyUpgrades(value, upgrades, 'a.json')).toEqual({ version: 3, id: 'a', name: 'The Mice', words: 2 });
    expect(value).toEqual(before);
  });

  test('that no upgrade makes sense of is no file of that form, as one that the schema refuses', () => {
    const ill = { version: 1, id: 'a', title: 'The Mice', symbols: 7 };
    const parsed = parseFile(ill, 'story', z.unknown(), 'a.json');
    expect(parsed).toMatchObject({ success: false, error: { issues: expect.arrayContaining([expect.anything()]) } });
    expect(() => applyUpgrades({ version: 2, name: 3 }, upgrades, 'a.json')).toThrow(TypeError);
  });
});

test('of the files of an older text, the steps that were done are kept by their names', () => {
  const old = {
    version: 3,
    id: 'a',
    sources: [
      { name: 'one.txt', done: ['frame', 'wrapped'] },
      { name: 'two.txt', done: [] },
    ],
  };
  const parsed = parseFile(
    old,
    'corpus',
    z.looseObject({ sources: z.array(sourceSchema.pick({ name: true, preparation: true })) }),
    'a.json',
  );
  expect(parsed.data!.sources.map(({ preparation }) => preparation.map(({ step, done }) => [step, done]))).toEqual([
    [
      ['frame', true],
      ['wrapped', true],
    ],
    [],
  ]);
  expect(parseFile({ version: 3, id: 'b' }, 'corpus', z.unknown(), 'b.json').data).toEqual({
    version: versionOf('corpus'),
    id: 'b',
  });
});

test('a run from before steps were timed is one of today, which may say what they took', () => {
  const { stepMilliseconds, ...old } = runNamed('a', { stepMilliseconds: 12.5 });
  const read = (value: object) => parseFile(value, 'run', runSchema, 'run.json');
  expect(read({ ...old, version: 5 }).data).toEqual(old);
  expect(read({ ...old, stepMilliseconds }).data!.stepMilliseconds).toBe(12.5);
});

const frozenFolder = (kind: string) =>
  fileURLToPath(new URL(`../fixtures/workspaces/0.1.0/workspace/${kind}`, import.meta.url));
const frozenModels = frozenFolder('models');
const frozenCorpora = frozenFolder('corpora');

test('a text of several files from before the formats of tables were kept is one of today, without them', () => {
  const one = JSON.parse(
    readFileSync(join(frozenCorpora, readdirSync(frozenCorpora)[0], 'corpus.json'), 'utf8'),
  ) as object;
  const today = parseFile(one, 'corpus', corpusSchema, 'corpus.json').data!;
  const figures = { replaced: 0, preparation: [], start: 0, characters: 9 };
  const workbook: Source = { ...figures, name: 'two.xlsx', bytes: 9, encoding: 'utf-8', kind: 'table', column: 1, original: 'sources/1.xlsx' }; // prettier-ignore
  const read = (value: object) => parseFile(value, 'corpus', corpusSchema, 'corpus.json');
  expect(read({ ...today, version: 5, sources: [workbook] }).data).toEqual({ ...today, sources: [workbook] });
  const kept: Corpus = { ...today, sources: [{ ...workbook, format: 'excel' }] };
  expect(read(kept).data).toEqual(kept);
  // an Aesop that knows no formats is told that the file is newer, not that it is damaged
  expect(kept.version).toBeGreaterThan(5);
  expect(read({ ...today, sources: [{ ...workbook, format: 'abacus' }] }).success).toBe(false);
});

test('a card of any version since the first is one of today', () => {
  const file = join(readdirSync(frozenModels)[0], 'card.json');
  const frozen = JSON.parse(readFileSync(join(frozenModels, file), 'utf8')) as { version: number };
  const today = versionOf('card');
  expect(frozen.version).toBeLessThan(today);
  const card = parseFile(frozen, 'card', modelCardSchema, file).data!;
  for (let version = frozen.version; version <= today; version++)
    expect(parseFile({ ...card, version }, 'card', modelCardSchema, file).data).toEqual({ ...card, version: today });
});

describe('a newer file', () => {
  test('is refused by both numbers, before anything in it is looked at', () => {
    const refused = expect.objectContaining({
      code: 'model-newer',
      values: { file: 'settings.json', version: versionOf('settings') + 1, known: versionOf('settings') },
    });
    const newer = { version: versionOf('settings') + 1, language: 7 };
    expect(() => parseFile(newer, 'settings', settingsSchema, 'settings.json')).toThrow(refused);
  });
});

test.each([0, -1, 0.5, '1', null, undefined])('the version %j, which never was, is left for the schema', (version) => {
  expect(applyUpgrades({ version }, upgrades, 'a.json')).toEqual({ version });
  expect(parseFile({ version }, 'settings', settingsSchema, 'settings.json').success).toBe(false);
});
