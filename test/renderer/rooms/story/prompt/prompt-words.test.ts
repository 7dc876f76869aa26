import { describe, expect, test } from 'vitest';
import {
  promptPieces,
  replaceAll,
  replaceWord,
  unknownWords,
} from '../../../../../renderer/rooms/story/prompt/prompt-words.ts';

describe('unknown words of the prompt', () => {
  const text = 'The Kitten saw the kiten';
  const told = [
    { text: 'the', offset: 0, known: true, nearest: [] },
    { text: ' kitten', offset: 3, known: false, nearest: ['mouse', 'mice'] },
    { text: ' saw', offset: 10, known: true, nearest: [] },
    { text: ' kiten', offset: 18, known: false, nearest: [] },
  ];
  const words = unknownWords(text, told);

  test('are found as typed, without the blank before', () => {
    expect(words.map(({ start, end, text: word }) => [start, end, word])).toEqual([
      [4, 10, 'Kitten'],
      [19, 24, 'kiten'],
    ]);
    expect(promptPieces(text, words).filter(({ unknown }) => unknown)).toHaveLength(2);
    expect(
      promptPieces(text, words)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  test('are replaced in place, with their capital where the model has none', () => {
    expect(replaceWord(text, words[0], 'mouse', true)).toEqual({ text: 'The Mouse saw the kiten', caret: 9 });
    expect(replaceWord(text, words[0], 'mouse', false).text).toBe('The mouse saw the kiten');
  });

  test('all at once, except where nothing is near', () => {
    expect(replaceAll(text, words, true)).toBe('The Mouse saw the kiten');
  });
});
