import { expect, test } from 'vitest';
import type { DocumentFound } from '../../../electron/contract/document.ts';
import { chatsInOrder } from '../../../electron/worker/corpora/chats-in-order.ts';

const ordered = (files: readonly [file: string, began: number][]) =>
  chatsInOrder(files, ([file, began]) => ({
    file,
    document: { kind: 'chat', program: 'telegram', of: 'Exported Data', began } as unknown as DocumentFound,
  })).map(([file]) => file);

test('parts of one chat come from its first message to its last', () => {
  const parts: [string, number][] = [
    ['a/messages10.html', 10],
    ['a/messages.html', 1],
    ['a/messages2.html', 2],
  ];
  expect(ordered(parts)).toEqual(['a/messages.html', 'a/messages2.html', 'a/messages10.html']);
});

test('two chats are not mixed: their folders differ by a number, or their files have one name', () => {
  const folders: [string, number][] = [
    ['2024-05-01/messages.html', 1],
    ['2024-05-01/messages2.html', 3],
    ['2024-05-02/messages.html', 2],
  ];
  expect(ordered(folders)).toEqual(folders.map(([file]) => file));
  const names: [string, number][] = [
    ['messages.html', 1],
    ['messages2.html', 3],
    ['messages.html', 2],
  ];
  expect(ordered(names)).toEqual(names.map(([file]) => file));
});
