import { expect, test } from 'vitest';
import { drawBlock, writeBlock } from '../../../../../renderer/rooms/story/book/draw-block.ts';
import { typeset } from '../../../../../electron/typesetting/typeset.ts';
import type { Joining } from '../../../../../electron/typesetting/joining.ts';

/** Which paragraphs set themselves in, drawn as words and as plain text. */
function setIn(told: readonly string[], joining: Joining, prompt = ''): boolean[] {
  const symbols = told.map((text, id) => ({ id, text, probability: 0.5, runnersUp: [] }));
  const { blocks, given } = typeset({ prompt, symbols, joining, capitals: false, scale: 1 });
  const [drawn, written] = [drawBlock, writeBlock].map((draw) => {
    const node = document.createElement('div');
    draw(node, { block: blocks[0], given, unknown: '', capitals: false });
    return [...node.children].map((line) => line.classList.contains('set-in'));
  });
  expect(drawn).toEqual(written);
  return drawn;
}

test('a paragraph with blanks of its own is not set in once more', () => {
  expect(setIn(['　', '　', '宋', '人', '\n', '有', '耕', '者'], 'letters')).toEqual([true, false]);
  expect(setIn(['A', ' man', '\n', '  and', ' his', '\n', '\tfield'], 'own')).toEqual([false, true, true]);
});

test('one blank, as it stands between two words, sets nothing in', () => {
  expect(setIn(['A', '\n', ' man', '\n', '宋', '　', '人'], 'own')).toEqual([false, false, false]);
});

test('behind a first line the page sets in as ever', () => {
  expect(setIn(['　', '　', '人'], 'letters', '宋')).toEqual([false]);
});
