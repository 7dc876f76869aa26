import { describe, expect, test } from 'vitest';
import { hitsIn, piecesOf } from '../../../../../renderer/rooms/library/reader/marks.ts';
import { linesOf } from '../../../../../renderer/rooms/library/reader/text-pages.ts';

describe('hits on a page', () => {
  const page = 'The mouse.\nThe old\nMouse spoke.';

  test('are cut out of its lines, also where they go over one', () => {
    const hits = hitsIn(page, 'old mouse');
    const pieces = linesOf({ text: page, line: 1 })[0].map((line) => piecesOf(page, line, hits));
    expect(pieces.map((line) => line.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''))).toEqual([
      'The mouse.',
      'The [old]',
      '[Mouse] spoke.',
    ]);
  });

  test('hold the current one though it goes on over the end', () => {
    expect(hitsIn(page, 'spoke. Then', [25, 40])).toEqual([[25, 40]]);
    expect(hitsIn(page, 'the', [11, 14])).toEqual([
      [0, 3],
      [11, 14],
    ]);
    expect(hitsIn(page, ' ')).toEqual([]);
  });
});
