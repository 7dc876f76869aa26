import { expect, test } from 'vitest';
import { inTurn, type Arriving } from '../../../../../renderer/rooms/library/texts/entries.ts';

const arriving = (name: string, fraction: number, failed = false): Arriving => ({
  id: name,
  name,
  fraction,
  ...(failed ? { error: { code: 'text-empty', values: {} } as unknown as Arriving['error'] } : {}),
  stop: () => Promise.resolve(),
});

test('files come in one by one: the later ones wait, and do not stand at 0 % of being read', () => {
  const [failed, first, second, third] = inTurn([
    arriving('empty.txt', 0, true),
    arriving('huge.txt', 0),
    arriving('novel.docx', 0),
    arriving('shared.txt', 0.2),
  ]);
  expect([failed, first, second, third].map(({ waits }) => waits)).toEqual([false, false, true, false]);
});
