import type { Machine } from './machine.ts';
import { FLOAT, PANEL, PANEL_BYTES, panelsOf, Storage } from './storage.ts';

/** The left side of a product, [rows, depth]: rows `stride` bytes apart, or, transposed, columns of such rows. */
export interface Left {
  readonly at: number;
  readonly stride: number;
  readonly transposed: boolean;
  readonly rows: number;
  readonly depth: number;
  /** factor of all numbers */
  readonly scale: number;
}

/** The right side, or the result: columns in panels of eight. */
export interface Panels {
  readonly at: number;
  /** bytes from a row to the next */
  readonly stride: number;
  readonly panelStride: number;
}

/** A matrix in panels or in rows, whose rows are filled up to a multiple of eight. */
export interface Matrix extends Panels {
  readonly machine: Machine;
  readonly rows: number;
  /** of a row */
  readonly panels: number;
}

/** Multiply-adds below which waking the other threads costs more than it saves. */
const LITTLE = 2 ** 17;
/** As assembly/product.ts takes them: terms summed at once, most rows and panels of a part. */
const DEPTH = 384;
const ROWS = 192;
const MOST_PANELS = 16;
/** Parts that each thread should find. */
const PARTS = 4;

/** Rows whose columns lie together. */
export const inRows = (at: number, stride: number): Panels => ({ at, stride, panelStride: PANEL_BYTES });

/** Arguments 0 to 13 of every product. */
export function productArguments(machine: Machine, left: Left, right: Panels, panels: number) {
  const parts = PARTS * machine.threads;
  const group = Math.max(1, Math.min(MOST_PANELS, Math.floor((panels * Math.ceil(left.rows / ROWS)) / parts)));
  const bytes = DEPTH * PANEL_BYTES + group * ROWS * PANEL_BYTES;
  return [
    ...[left.at, left.stride, left.transposed, left.rows, left.depth, [left.scale] as const],
    machine.room('left', left.rows * left.depth * FLOAT),
    ...[right.at, right.stride, right.panelStride, panels, group],
    ...[machine.room('sums', bytes * machine.threads), bytes],
  ];
}

export const isMuch = (left: Left, panels: number): boolean => left.rows * left.depth * panels * PANEL > LITTLE;

/** left · right, to `out`; where that lies in rows, plus a bias at an address. */
export function multiply(machine: Machine, left: Left, right: Panels, panels: number, out: Panels, bias = 0): void {
  const values = productArguments(machine, left, right, panels);
  machine.run('product', isMuch(left, panels), ...values, out.at, out.stride, out.panelStride, bias);
}

/** Rows of a left side up to which a matrix is not transposed for it. */
const FEW_ROWS = 4;
/** Numbers that are transposed at once, 16 MiB: a table of a large vocabulary is gone through in parts. */
const MOST_TURNED = 2 ** 22;

/** left · matrixᵀ, to rows, plus a bias at an address. */
export function multiplyTurned(
  machine: Machine,
  left: Left,
  matrix: Matrix,
  out: { readonly at: number; readonly stride: number },
  bias = 0,
): void {
  const { at, stride, panelStride, panels } = matrix;
  const blocks = panelsOf(matrix.rows);
  if (left.rows <= FEW_ROWS) {
    const values = [left.at, left.stride, left.rows, [left.scale] as const, at, stride, panelStride, panels, blocks];
    machine.run('turnedProduct', isMuch(left, blocks), ...values, out.at, out.stride, bias);
    return;
  }
  const atOnce = PANEL * Math.max(1, Math.floor(MOST_TURNED / panels / PANEL ** 2));
  for (let first = 0; first < matrix.rows; first += atOnce) {
    const rows = Math.min(atOnce, matrix.rows - first);
    const turned = transposed({ machine, at: at + first * stride, stride, panelStride, panels, rows });
    const right = { at: turned.at, stride: PANEL_BYTES, panelStride: panels * PANEL * PANEL_BYTES };
    const to = inRows(out.at + first * FLOAT, out.stride);
    multiply(machine, { ...left, depth: panels * PANEL }, right, panelsOf(rows), to, bias && bias + first * FLOAT);
    turned.release();
  }
}

/** The transpose of a matrix, [columns, rows] in panels; to be released. */
export function transposed({ machine, at, stride, panelStride, rows, panels }: Matrix): Storage {
  const targets = panelsOf(rows);
  const size = rows * panels * PANEL;
  const storage = new Storage(machine, targets * panels * PANEL * PANEL_BYTES);
  machine.run('transpose', size > LITTLE, at, stride, panelStride, panels, targets, storage.at);
  return storage;
}
