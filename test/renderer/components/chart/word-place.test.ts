import { expect, test } from 'vitest';
import { freePlace } from '../../../../renderer/components/chart/word-place.ts';

const area = { left: 0, right: 400, top: 0, bottom: 200 };
const size = { width: 30, height: 12 };
const END = { atStart: false, rise: 0 };
const START = { atStart: true, rise: 0 };

test.each([
  ['over nothing', [], 0, END],
  ['under a curve that stays above', [0, 20, 400, 150], 1, END],
  ['where a curve ends at the foot', [0, 20, 400, 195], 1, START],
  ['where only the marker at its end reaches in', [0, 20, 400, 186], 3.5, START],
  ['under the same end without a marker', [0, 20, 400, 186], 1, END],
  ['where both ends are crossed', [0, 195, 400, 195], 1, { atStart: false, rise: 12 }],
  [
    'where only the start is free a line higher',
    [0, 195, 30, 195, 370, 150, 400, 195],
    3.5,
    { atStart: true, rise: 12 },
  ],
  ['where all is taken', [0, 0, 0, 199, 30, 0, 370, 199, 400, 0, 400, 199], 1, END],
])('the word of an axis %s', (_, numbers, room, place) => {
  const points = Array.from({ length: numbers.length / 2 }, (_, at) => ({
    x: numbers[2 * at],
    y: numbers[2 * at + 1],
  }));
  expect(freePlace([{ points, room }], area, size)).toEqual(place);
});

test('a word that is wished at the start stands there, unless it is crossed', () => {
  expect(freePlace([], area, size, true)).toEqual(START);
  expect(
    freePlace(
      [
        {
          points: [
            { x: 0, y: 195 },
            { x: 100, y: 20 },
          ],
          room: 1,
        },
      ],
      area,
      size,
      true,
    ),
  ).toEqual(END);
});
