import { isIds, type LayerState, type LstmGradients, type LstmTape } from '../arithmetic.ts';
import type { Machine } from './machine.ts';
import { inRows, multiply, multiplyTurned, transposed, type Left } from './products.ts';
import { FLOAT, PANEL, PANEL_BYTES, Storage } from './storage.ts';
import { ProductGradient, WholeGradient, type Rows } from './wasm-gradient.ts';
import type { WasmIds } from './wasm-ids.ts';
import { gather, sumRows } from './wasm-rows.ts';
import { WasmTensor } from './wasm-tensor.ts';
import type { WasmVariable } from './wasm-variable.ts';

export interface WasmLstm {
  readonly input: WasmVariable;
  readonly recurrent: WasmVariable;
  readonly bias: WasmVariable;
  readonly hardGates: boolean;
}

export interface WasmState extends LayerState {
  readonly cell: WasmTensor;
  readonly output: WasmTensor;
}

/** What a layer keeps of a pass. Cells and outputs begin with the state before the first step: [time + 1, lanes, units]. */
export class WasmTape implements LstmTape {
  readonly x: WasmTensor | WasmIds;
  readonly time: number;
  readonly lanes: number;
  readonly units: number;
  readonly hasState: boolean;
  readonly outputs: WasmTensor;
  /** what gates let through, [time, lanes] rows of the columns of gates; the backward pass makes it their gradient */
  readonly gates: Storage;
  readonly cells: WasmTensor;
  readonly allOutputs: WasmTensor;
  readonly tanhCells: WasmTensor;
  private readonly held: Storage | null;

  constructor(machine: Machine, layer: WasmLstm, x: WasmTensor | WasmIds, state: WasmState | null) {
    const [time, lanes] = isIds(x) ? [x.time, x.lanes] : x.shape;
    const units = layer.recurrent.shape[0];
    this.x = x;
    this.held = isIds(x) ? null : x.storage.hold();
    [this.time, this.lanes, this.units] = [time, lanes, units];
    this.hasState = state !== null;
    this.gates = new Storage(machine, time * lanes * layer.bias.panels * PANEL_BYTES);
    this.cells = WasmTensor.create(machine, [time + 1, lanes, units]);
    this.allOutputs = WasmTensor.create(machine, [time + 1, lanes, units]);
    this.tanhCells = WasmTensor.create(machine, [time, lanes, units]);
    this.outputs = this.allOutputs.view([time, lanes, units], lanes);
    begin(this.cells, state?.cell);
    begin(this.allOutputs, state?.output);
  }

  lastOutput(): WasmTensor {
    return this.allOutputs.view([this.lanes, this.units], this.time * this.lanes);
  }

  /** Copies, so that the carried state does not hold a whole pass. */
  lastState(): WasmState {
    const { time, lanes, units } = this;
    const last = (all: WasmTensor): WasmTensor => {
      const copy = WasmTensor.create(all.machine, [lanes, units]);
      const { floats } = all.machine.heap;
      const from = (all.at + time * copy.bytes) / FLOAT;
      floats.copyWithin(copy.at / FLOAT, from, from + copy.bytes / FLOAT);
      return copy;
    };
    return { cell: last(this.cells), output: last(this.allOutputs) };
  }

  dispose(): void {
    [this.outputs, this.cells, this.allOutputs, this.tanhCells].forEach((tensor) => tensor.dispose());
    this.gates.release();
    this.held?.release();
  }
}

function begin(all: WasmTensor, state: WasmTensor | undefined): void {
  const { floats } = all.machine.heap;
  const start = all.at / FLOAT;
  const count = (all.shape[1] * all.stride) / FLOAT;
  if (state) floats.copyWithin(start, state.at / FLOAT, state.at / FLOAT + count);
  else floats.fill(0, start, start + count);
}

const sideOf = (at: number, stride: number, rows: number, depth: number): Left => ({
  ...{ at, stride, rows, depth },
  transposed: false,
  scale: 1,
});

/** Multiply-adds of one time step below which one thread is quicker. */
const LITTLE = 2 ** 14;

/** See `Arithmetic.lstmForward`. */
export function lstmForward(layer: WasmLstm, x: WasmTensor | WasmIds, state: WasmState | null): WasmTape {
  const { input, recurrent, bias } = layer;
  const { machine } = recurrent;
  const tape = new WasmTape(machine, layer, x, state);
  const { time, lanes, units, gates, cells, allOutputs, tanhCells } = tape;
  const stride = bias.panels * PANEL_BYTES;
  if (isIds(x)) gather(input, x, gates.at, stride, bias.at);
  else {
    const left = sideOf(x.at, x.stride, x.rows, x.columns);
    multiply(machine, left, input, bias.panels, inRows(gates.at, stride), bias.at);
  }
  const bytes = 4 * lanes * PANEL_BYTES;
  machine.run(
    'lstmForward',
    lanes * units * 4 * units > LITTLE,
    ...[gates.at, stride, recurrent.at, recurrent.panelStride, cells.at, allOutputs.at, tanhCells.at],
    ...[time, lanes, units, cells.stride, tape.hasState],
    ...[machine.room('outputs', 2 * lanes * units * FLOAT), machine.room('gates', bytes * machine.threads), bytes],
    layer.hardGates,
  );
  return tape;
}

/** Lanes up to which recurrent weights are read as they lie; for more they are transposed. */
const FEW_LANES = 2;

/** Makes the tape's gates their gradients. */
function gateGradients({ recurrent, hardGates }: WasmLstm, tape: WasmTape, above: WasmTensor): void {
  const { machine, panels } = recurrent;
  const { time, lanes, units, gates, cells, tanhCells } = tape;
  const turned = lanes > FEW_LANES ? transposed(recurrent) : null;
  const bytes = lanes * PANEL_BYTES;
  machine.run(
    'lstmBackward',
    lanes * units * 4 * units > LITTLE,
    ...[gates.at, panels * PANEL_BYTES, turned?.at ?? recurrent.at, turned ? 0 : recurrent.panelStride],
    ...[cells.at, tanhCells.at, above.at, above.rows > lanes || time === 1],
    ...[machine.room('cells', lanes * cells.stride), time, lanes, cells.stride],
    machine.room('carried', 2 * lanes * panels * PANEL_BYTES),
    ...[machine.room('gates', bytes * machine.threads), bytes, hardGates],
  );
  turned?.release();
}

/** See `Arithmetic.lstmBackward`. */
export function lstmBackward(layer: WasmLstm, tape: WasmTape, above: WasmTensor, wantsX: boolean): LstmGradients {
  const { input, recurrent } = layer;
  const { machine, panels } = recurrent;
  const { x, time, lanes, gates, allOutputs, hasState } = tape;
  gateGradients(layer, tape, above);
  const stride = panels * PANEL_BYTES;
  const rows = time * lanes;
  const all: Rows = { storage: gates, at: gates.at, stride };
  // from a state of zeros nothing comes at the first step
  const passed = hasState || time === 1 ? 0 : lanes;
  const before = {
    storage: allOutputs.storage,
    at: allOutputs.at + passed * allOutputs.stride,
    stride: allOutputs.stride,
  };
  const after = { ...all, at: all.at + passed * stride };
  return {
    input: isIds(x) ? sumRows(input, x, all) : new ProductGradient(input, x, all, rows, 1),
    recurrent: new ProductGradient(recurrent, before, after, rows - passed, 1),
    bias: sumColumns(machine, panels, all, rows, 1),
    x: wantsX && !isIds(x) ? inputGradient(input, all, x) : null,
  };
}

function inputGradient(input: WasmVariable, gates: Rows, x: WasmTensor): WasmTensor {
  const gradient = WasmTensor.create(input.machine, x.shape);
  const left = sideOf(gates.at, gates.stride, x.rows, input.panels * PANEL);
  multiplyTurned(input.machine, left, input, gradient);
  return gradient;
}

/** The gradient of a bias: the sum of the rows it was added to. */
export function sumColumns(machine: Machine, panels: number, from: Rows, rows: number, scale: number): WholeGradient {
  const size = panels * PANEL;
  const storage = new Storage(machine, size * FLOAT);
  machine.run('sumColumns', rows * panels > 2 ** 12, from.at, from.stride, rows, panels, [scale], storage.at);
  return new WholeGradient(storage, size);
}
