import type { Variable, VariableSpec } from '../arithmetic.ts';
import type { Machine } from './machine.ts';
import { FLOAT, PANEL, PANEL_BYTES, panelsOf, Storage } from './storage.ts';

/**
 * A variable as kernels read it. What products multiply with lies in panels of eight columns, one after the other; what is
 * read by rows lies in rows. Gates stand in blocks of eight units, in each i, f, g and o of the eight. What fills up rows,
 * columns and blocks is 0 and stays 0.
 */
export class WasmVariable implements Variable {
  readonly shape: readonly number[];
  readonly gates: boolean;
  readonly byRows: boolean;
  readonly machine: Machine;
  readonly storage: Storage;
  readonly rows: number;
  readonly panels: number;
  /** numbers in memory, those that fill up among them */
  readonly size: number;
  /** bytes from a row to the next, of one panel */
  readonly stride: number;
  /** bytes from a panel to the next */
  readonly panelStride: number;
  private readonly places: Int32Array;

  constructor(machine: Machine, { shape, gates, byRows = false, values }: VariableSpec) {
    const columns = shape[shape.length - 1];
    const rows = shape.length === 1 ? 1 : Math.ceil(shape[0] / PANEL) * PANEL;
    this.machine = machine;
    this.shape = shape;
    this.gates = gates;
    this.byRows = byRows;
    this.rows = shape.length === 1 ? 1 : shape[0];
    this.panels = gates ? 4 * panelsOf(columns / 4) : panelsOf(columns);
    const inPanels = !byRows && (gates || shape[0] <= columns);
    this.stride = inPanels ? PANEL_BYTES : this.panels * PANEL_BYTES;
    this.panelStride = inPanels ? rows * PANEL_BYTES : PANEL_BYTES;
    this.places = Int32Array.from({ length: columns }, (_, column) => {
      const [gate, unit] = gates ? [Math.floor(column / (columns / 4)), column % (columns / 4)] : [0, column];
      const panel = gates ? 4 * Math.floor(unit / PANEL) + gate : Math.floor(unit / PANEL);
      return (panel * this.panelStride) / FLOAT + (unit % PANEL);
    });
    this.size = rows * this.panels * PANEL;
    this.storage = Storage.zeros(machine, this.size * FLOAT);
    if (typeof values === 'number') this.visit((floats, place) => (floats[place] = values));
    else this.assign(values);
  }

  get at(): number {
    return this.storage.at;
  }

  values(): Float32Array {
    const values = new Float32Array(this.shape.reduce((product, n) => product * n, 1));
    this.visit((floats, place, k) => (values[k] = floats[place]));
    return values;
  }

  assign(values: Float32Array): void {
    this.visit((floats, place, k) => (floats[place] = values[k]));
  }

  dispose(): void {
    this.storage.release();
  }

  /** Each number's place in memory, row by row. */
  private visit(each: (floats: Float32Array, place: number, k: number) => void): void {
    const { floats } = this.machine.heap;
    const { places, rows } = this;
    for (let row = 0, k = 0; row < rows; row++) {
      const start = (this.at + row * this.stride) / FLOAT;
      for (let column = 0; column < places.length; column++, k++) each(floats, start + places[column], k);
    }
  }
}
