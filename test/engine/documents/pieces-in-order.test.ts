import { expect, test } from 'vitest';
import { linesOf } from '../../../electron/engine/text/documents/pdf/lines.ts';
import type { Piece } from '../../../electron/engine/text/documents/pdf/piece.ts';

const HEIGHT = 12;
const QUOTE = 6;
const piece = (str: string, x: number, width = HEIGHT * str.length): Piece => ({
  ...{ str, width, height: HEIGHT, hasEOL: false },
  transform: [HEIGHT, 0, 0, HEIGHT, x, 500],
});
const told = (...pieces: Piece[]) => linesOf(pieces).map(({ text }) => text);

test('marks that are written before the characters of their line stand where they are seen', () => {
  expect(
    told(
      piece('“', 124, QUOTE),
      piece('”', 178, QUOTE),
      piece('便唤酒', 76),
      piece('保：', 112, QUOTE),
      piece(' ', 124, QUOTE),
      piece('快斟酒来', 130),
      piece(' ', 178, QUOTE),
      piece('投军', 184),
    ),
  ).toEqual(['便唤酒保：“快斟酒来”投军']);
});

test('so do those whose room is a blank in the midst of a piece', () => {
  expect(told(piece('“', 112, QUOTE), piece('其人曰： 吾姓 关名', 64, 9 * HEIGHT + 2 * QUOTE))).toEqual([
    '其人曰：“吾姓 关名',
  ]);
});

test.each([
  ['from left to right', [piece('The fox', 72, 40), piece(' ', 112, 4), piece('came.', 116, 30)], 'The fox came.'],
  ['from right to left', [piece('שלום', 200, 30), piece(' ', 196, 4), piece('עולם', 160, 30)], 'שלום עולם'],
  ['over one another', [piece('The fox', 72, 40), piece('The fox', 71, 40), piece('!', 60, 20)], 'The foxThe fox!'],
])('pieces %s stay as they were written', (_, pieces, text) => {
  expect(told(...pieces)).toEqual([text]);
});
