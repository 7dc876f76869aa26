import { expect, test } from 'vitest';
import { readWords } from '../../../electron/contract/read-words.ts';
import { samplingSchema } from '../../../electron/contract/story.ts';
import { piecesOfLine, promptPieces } from '../../../renderer/lib/prompt-pieces.ts';

const text = 'The Kitten saw the kiten';
const told = [
  { text: 'the', offset: 0, known: true, nearest: [] },
  { text: ' kitten', offset: 3, known: false, nearest: ['mouse', 'mice'], reading: { how: 'unknown' as const } },
  { text: ' saw', offset: 10, known: true, nearest: [] },
  { text: ' kiten', offset: 18, known: false, nearest: [], reading: { how: 'word' as const, as: 'kitten' } },
];
const how = samplingSchema.parse({});

test('unknown words are found as typed, without the blank before, with what is read in their place', () => {
  const words = readWords(text, told, how);
  expect(words.map(({ start, end, word, reading }) => [start, end, word, reading])).toEqual([
    [4, 10, 'Kitten', { how: 'unknown' }],
    [19, 24, 'kiten', { how: 'word', as: 'kitten' }],
  ]);
  expect(promptPieces(text, words)).toEqual([
    { text: 'The ', unknown: false },
    { text: 'Kitten', unknown: true },
    { text: ' saw the ', unknown: false },
    { text: 'kiten', unknown: true },
  ]);
});

test('a stand-in is read, by the word as it was typed or as the model has it; else the nearest where that is asked for', () => {
  const read = (change: object) =>
    readWords(text, told, { ...how, ...change }).map(({ reading }) =>
      reading.how === 'word' ? reading.as : reading.how,
    );
  expect(read({ standIns: { Kitten: 'cat' } })).toEqual(['cat', 'kitten']);
  expect(read({ standIns: { kitten: 'cat', kiten: 'dog' } })).toEqual(['cat', 'dog']);
  expect(read({ unknown: 'nearest' })).toEqual(['mouse', 'kitten']);
  expect(read({ standIns: { constructor: 'cat' } })).toEqual(['unknown', 'kitten']);
});

test('in a line that was set for reading they are found by what they are', () => {
  expect(piecesOfLine('“Elowen,” said Elowen.', ['elowen', 'Elowen'])).toEqual([
    { text: '“', unknown: false },
    { text: 'Elowen', unknown: true },
    { text: ',” said ', unknown: false },
    { text: 'Elowen', unknown: true },
    { text: '.', unknown: false },
  ]);
  expect(piecesOfLine('İlker came', ['came'])).toEqual([{ text: 'İlker came', unknown: false }]);
});
