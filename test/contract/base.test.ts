import { expect, test } from 'vitest';
import { baseOf, baseSchema, type Base } from '../../electron/contract/base.ts';

const text = (at: number) => ({ id: `text-${at}`, name: `Text ${at}`, sha256: at.toString(16).padStart(64, '0') });
const model = { id: 'model-1', name: 'Model' };

test('a model that learns on again and again remembers the last of its texts, and that there were more', () => {
  let base: Base | undefined;
  for (let at = 0; at < 20; at++) base = baseOf({ ...model, base, corpus: text(at) });
  expect(base!.texts).toHaveLength(20);
  expect(base!.more).toBeUndefined();
  for (let at = 20; at < 22; at++) base = baseSchema.parse(baseOf({ ...model, base, corpus: text(at) }));
  expect(base!.texts.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, at) => `Text ${at + 2}`));
  expect(base!.more).toBe(true);
});

test('what a model from elsewhere had learnt from stays unknown, however often it learns on', () => {
  const foreign = baseOf(model);
  expect(foreign).toEqual({ ...model, texts: [], more: true });
  expect(baseOf({ ...model, base: foreign, corpus: text(1) })).toEqual({ ...model, texts: [text(1)], more: true });
});
