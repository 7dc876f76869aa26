import { groupIds } from '../group-ids.ts';
import { movesWhole } from '../../../contract/network-size.ts';
import type { Machine } from './machine.ts';
import { FLOAT, PANEL_BYTES, Storage } from './storage.ts';
import { ProductGradient, RowsGradient, WholeGradient, type WasmGradient } from './wasm-gradient.ts';
import type { WasmIds } from './wasm-ids.ts';
import { WasmTensor } from './wasm-tensor.ts';
import type { WasmVariable } from './wasm-variable.ts';

/** Rows of a table that are named, plus a bias where there is one, to rows at an address. */
export function gather(table: WasmVariable, ids: WasmIds, to: number, stride: number, bias = 0): void {
  const { machine, at, stride: rowStride, panelStride, panels } = table;
  const count = ids.values.length;
  const isMuch = count * panels > 2 ** 12;
  machine.run('gather', isMuch, at, rowStride, panelStride, panels, ids.at, count, to, stride, bias);
}

/** See `Arithmetic.embed`. */
export function embed(table: WasmVariable, ids: WasmIds): WasmTensor {
  const rows = WasmTensor.create(table.machine, [ids.time, ids.lanes, table.shape[1]]);
  gather(table, ids, rows.at, rows.stride);
  return rows;
}

/** Where rows are added to, and which. */
interface Target {
  readonly at: number;
  readonly stride: number;
  readonly panelStride: number;
  readonly panels: number;
}

function concatenated(first: Int32Array, second: Int32Array): Int32Array {
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/**
 * Adds rows to rows of a target.
 * @param from address and stride of the rows
 * @param starts where the places of each row of the target begin, [names + 1]
 */
function add(
  machine: Machine,
  from: { at: number; stride: number },
  starts: Int32Array,
  places: Int32Array,
  names: number,
  to: Target,
): void {
  const lists = Storage.ints(machine, concatenated(starts, places));
  const placesAt = lists.at + starts.byteLength;
  const count = starts.length - 1;
  const isMuch = places.length * to.panels > 2 ** 12;
  const values = [from.at, from.stride, to.panels, lists.at, placesAt, count, names, to.at, to.stride, to.panelStride];
  machine.run('addRows', isMuch, ...values);
  lists.release();
}

/** Places by name: where each one's begin, [distinct + 1], and the places, each name's in their order. */
function byName(places: Int32Array, distinct: number): { starts: Int32Array; sorted: Int32Array } {
  const starts = new Int32Array(distinct + 1);
  for (const name of places) starts[name + 1]++;
  for (let name = 0; name < distinct; name++) starts[name + 1] += starts[name];
  const next = starts.slice();
  const sorted = new Int32Array(places.length);
  places.forEach((name, place) => (sorted[next[name]++] = place));
  return { starts, sorted };
}

/** The gradient of a table of which named rows were read: those of one id summed. */
export function sumRows(
  table: WasmVariable,
  ids: WasmIds,
  from: { at: number; stride: number },
): WholeGradient | RowsGradient {
  const { machine, panels } = table;
  const { distinct, places } = groupIds(ids.values);
  const { starts, sorted } = byName(places, distinct.length);
  const names = Storage.ints(machine, distinct);
  if (movesWhole(table.shape)) {
    const storage = Storage.zeros(machine, table.size * FLOAT);
    const { stride, panelStride } = table;
    add(machine, from, starts, sorted, names.at, { at: storage.at, stride, panelStride, panels });
    names.release();
    return new WholeGradient(storage, table.size);
  }
  const stride = panels * PANEL_BYTES;
  const storage = Storage.zeros(machine, distinct.length * stride);
  const own = Storage.ints(
    machine,
    distinct.map((_, k) => k),
  );
  add(machine, from, starts, sorted, own.at, { at: storage.at, stride, panelStride: PANEL_BYTES, panels });
  own.release();
  return new RowsGradient(storage, names, distinct.length, stride);
}

/** Each row once, in order: as `add` takes them. */
const eachOf = (count: number): { starts: Int32Array; places: Int32Array } => {
  const starts = Int32Array.from({ length: count + 1 }, (_, k) => k);
  return { starts, places: starts.subarray(0, count) };
};

function addRowsTo(machine: Machine, rows: RowsGradient, names: number, to: Target): void {
  const { starts, places } = eachOf(rows.count);
  add(machine, { at: rows.storage.at, stride: rows.stride }, starts, places, names, to);
}

/** Numbers of two gradients of the whole table, added to the first. */
function addWhole(machine: Machine, whole: WholeGradient, other: WholeGradient): void {
  const { floats } = machine.heap;
  const [to, from] = [whole.storage.at / FLOAT, other.storage.at / FLOAT];
  for (let k = 0; k < whole.size; k++) floats[to + k] += floats[from + k];
}

/** Two gradients of rows of one table as one, in which each row is named once. */
function joined(machine: Machine, first: RowsGradient, other: RowsGradient): RowsGradient {
  const { stride } = first;
  const namesOf = ({ names, count }: RowsGradient) =>
    machine.heap.ints.slice(names.at / FLOAT, names.at / FLOAT + count);
  const { distinct, places } = groupIds(concatenated(namesOf(first), namesOf(other)));
  const storage = Storage.zeros(machine, distinct.length * stride);
  const to = { at: storage.at, stride, panelStride: PANEL_BYTES, panels: stride / PANEL_BYTES };
  const own = Storage.ints(machine, places);
  addRowsTo(machine, first, own.at, to);
  addRowsTo(machine, other, own.at + first.count * FLOAT, to);
  own.release();
  return new RowsGradient(storage, Storage.ints(machine, distinct), distinct.length, stride);
}

/** See `Arithmetic.addGradients`. */
export function addGradients(machine: Machine, first: WasmGradient, other: WasmGradient): WasmGradient {
  if (first instanceof RowsGradient) {
    const both = joined(machine, first, other as RowsGradient);
    [first, other].forEach((gradient) => gradient.dispose());
    return both;
  }
  const whole = first instanceof ProductGradient ? first.write() : first;
  if (other instanceof RowsGradient) {
    const { stride, panelStride, panels } = (first as ProductGradient).variable;
    addRowsTo(machine, other, other.names.at, { at: whole.storage.at, stride, panelStride, panels });
  } else addWhole(machine, whole, other as WholeGradient);
  other.dispose();
  return first;
}
