import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import Chart from '../../../../renderer/components/Chart.svelte';
import { tableRows } from '../../../../renderer/components/chart/table-rows.ts';
import { settings } from '../../../../renderer/state/settings.svelte.ts';
import { openStudio, settle } from '../../studio-page.ts';

const curve = (x: number[], y: number[]) => ({ x, y, length: x.length });

test('curves become rows by rising abscissa, with nothing where a curve has no point', () => {
  const { rows, all } = tableRows([curve([1, 2, 4], [9, 8, 7]), curve([2, 3], [5, 6])], 10);
  expect(rows).toEqual([
    { x: 1, y: [9, undefined] },
    { x: 2, y: [8, 5] },
    { x: 3, y: [undefined, 6] },
    { x: 4, y: [7, undefined] },
  ]);
  expect(all).toBe(true);
});

test('of a long curve first, last and evenly many, and every point of a short one beside it', () => {
  const long = Array.from({ length: 100_000 }, (_, index) => index);
  const { rows, all } = tableRows([curve(long, long), curve([777, 99_998], [1, 2])], 12);
  expect(all).toBe(false);
  expect(rows).toHaveLength(12);
  expect([rows[0].x, rows.at(-1)!.x]).toEqual([0, 99_999]);
  expect(rows.filter(({ y }) => y[1] !== undefined)).toEqual([
    { x: 777, y: [777, 1] },
    { x: 99_998, y: [99_998, 2] },
  ]);
});

test('what is no number is an empty cell', () =>
  expect(tableRows([curve([1, 2], [Number.NaN, 3])], 5).rows).toEqual([
    { x: 1, y: [undefined] },
    { x: 2, y: [3] },
  ]));

beforeEach(async () => {
  await openStudio('full');
  await settings.set({ language: 'en' });
  await settle();
});

test('a chart shows its figures by a switch, and the faint curve is not among them', async () => {
  const series = [
    { id: 'raw', label: 'as measured', columns: curve([10, 20], [1, 2]), colour: 1 as const, faint: true },
    { id: 'loss', label: 'Training', columns: curve([10, 20], [4.5, 3.25]), colour: 1 as const },
  ];
  render(Chart, { label: 'Loss by step', series });
  const figures = screen.getByRole('button', { name: /Loss by step/ });
  expect(figures.getAttribute('aria-pressed')).toBe('false');
  await fireEvent.click(figures);
  const table = screen.getByRole('table');
  const texts = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
  expect(texts).toEqual([
    ['step', 'Training'],
    ['10', '4.50'],
    ['20', '3.25'],
  ]);
  await fireEvent.click(figures);
  expect(screen.queryByRole('table')).toBeNull();
});
