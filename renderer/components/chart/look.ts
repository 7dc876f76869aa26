import type { Dash } from './types.ts';

/** The tokens that a canvas cannot read by itself. */
export interface Look {
  curves: readonly string[];
  sheet: string;
  ink: string;
  faint: string;
  axis: string;
  grid: string;
  accent: string;
  size: number;
  family: string;
  strong: number;
}

/** Reads colours and type of the theme in force at `element`. */
export function readLook(element: Element): Look {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    curves: [1, 2, 3, 4, 5, 6].map((n) => token(`c${n}`)),
    sheet: token('sheet'),
    ink: token('ink'),
    faint: token('ink-3'),
    axis: token('line-2'),
    grid: token('grid'),
    accent: token('accent'),
    size: parseFloat(token('t1')) || 11,
    family: token('sans') || 'sans-serif',
    strong: Number(token('semi')) || 600,
  };
}

export const font = ({ size, family }: Look, weight = 420) => `${weight} ${size}px ${family}`;

const DASHES: Readonly<Record<Dash, readonly number[]>> = {
  solid: [],
  dash: [5, 4],
  dot: [1.5, 4],
  long: [12, 4],
  short: [3, 3],
  dashDot: [7, 3, 1.5, 3],
  dashDots: [7, 3, 1.5, 3, 1.5, 3],
};
export const dashOf = (dash: Dash = 'solid'): number[] => [...DASHES[dash]];
