import { expect, test } from 'vitest';
import { noted } from '../../../renderer/lib/noted.ts';

test('what is alike in name and note is told by something else, the rest by its note', () => {
  const things = [
    { name: 'Fable', note: 'window 8', at: 'Monday' },
    { name: 'Fable', note: '', at: 'Tuesday' },
    { name: 'Fable', note: '', at: 'Wednesday' },
    { name: 'Novel', note: '', at: 'Thursday' },
  ];
  const noteOf = noted(
    things,
    ({ note }) => note,
    ({ at }) => at,
  );
  expect(things.map(noteOf)).toEqual(['window 8', 'Tuesday', 'Wednesday', undefined]);
});
