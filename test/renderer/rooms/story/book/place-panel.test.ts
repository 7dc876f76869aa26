import { expect, test } from 'vitest';
import { placePanel } from '../../../../../renderer/rooms/story/book/place-panel.ts';

test('the panel stands below its word, flips where there is no room, and stays within the page', () => {
  const page = { left: 100, top: 0, width: 600, height: 2000 };
  const view = { left: 80, top: 50, width: 700, height: 500 };
  const panel = { width: 268, height: 240 };
  const word = { left: 300, top: 100, width: 60, height: 24 };
  expect(placePanel(word, page, view, panel)).toEqual({ left: 180, top: 130, most: 414 });
  expect(placePanel({ ...word, top: 500 }, page, view, panel).top).toBe(500 - 240 - 6);
  const between = placePanel({ ...word, top: 280, width: 200 }, page, { ...view, height: 450 }, panel);
  expect([between.top, between.top + between.most + 6]).toEqual([56, 280]);
  expect(placePanel({ ...word, left: 690 }, page, view, panel).left).toBe(600 - 268);
});

test('in a low window it stands beside its word, wherever there is more room than above and below', () => {
  const page = { left: 20, top: 0, width: 600, height: 2000 };
  const view = { left: 0, top: 134, width: 640, height: 221 };
  const panel = { width: 268, height: 205 };
  const word = { left: 240, top: 240, width: 60, height: 24 };
  expect(placePanel(word, page, view, panel)).toEqual({ left: 240 + 60 + 6 - 20, top: 355 - 6 - 205, most: 209 });
  expect(placePanel({ ...word, left: 400 }, page, view, panel).left).toBe(400 - 6 - 268 - 20);
  // a word in the middle that leaves room at neither side
  const { top, most } = placePanel({ ...word, left: 250, width: 140 }, page, view, panel);
  expect([top, most]).toEqual([134 + 6, 120]);
});
