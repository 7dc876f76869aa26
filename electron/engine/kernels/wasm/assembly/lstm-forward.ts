import { address, integer, meet, next } from './control';
import { firstRow, multiply, packLeft, tilesOf } from './packing';
import { hardSigmoid, madd, sigmoid, tanh } from './vectors';

// Columns of gates stand in blocks of eight units, in each i, f, g and o of the eight: [units / 8][gate][8]. A part is such a
// block at one time step, from the product with what came before to the new output; then the threads meet.

/** Gates of the time step hold what comes from the input, and become what they let through. */
let gates: usize = 0;
let gatesStride: usize = 0;
/** [lanes][unit stride] before and after the step. */
let cells: usize = 0;
let nextCells: usize = 0;
let nextOutputs: usize = 0;
let tanhCells: usize = 0;
let stride: usize = 0;
/** What the recurrent weights bring, [gate][lanes][8]; 0: nothing. */
let recurrent: usize = 0;
let hard: bool = false;

function gate(row: usize, index: usize, half: usize, lane: usize, lanes: usize): v128 {
  const fromInput = v128.load(row + (index << 5));
  return recurrent == 0 ? fromInput : f32x4.add(fromInput, v128.load(recurrent + ((index * lanes + lane) << 5) + half));
}

function squash(x: v128): v128 {
  return hard ? hardSigmoid(x) : sigmoid(x);
}

/** Four units of one lane; returns their output. */
function step(block: usize, half: usize, lane: usize, lanes: usize): v128 {
  const row = gates + lane * gatesStride + (block << 7) + half;
  const place = lane * stride + (block << 5) + half;
  const i = squash(gate(row, 0, half, lane, lanes));
  const f = squash(gate(row, 1, half, lane, lanes));
  const g = tanh(gate(row, 2, half, lane, lanes));
  const o = squash(gate(row, 3, half, lane, lanes));
  const cell = madd(f, v128.load(cells + place), f32x4.mul(i, g));
  const squashed = tanh(cell);
  const output = f32x4.mul(o, squashed);
  v128.store(row, i);
  v128.store(row, f, 32);
  v128.store(row, g, 64);
  v128.store(row, o, 96);
  v128.store(nextCells + place, cell);
  v128.store(tanhCells + place, squashed);
  v128.store(nextOutputs + place, output);
  return output;
}

/** Puts four numbers `step` bytes apart, as many of them as there are. */
function scatter(x: v128, to: usize, step: usize, count: i32): void {
  if (count > 0) v128.store32_lane(to, x, 0);
  if (count > 1) v128.store32_lane(to + step, x, 1);
  if (count > 2) v128.store32_lane(to + 2 * step, x, 2);
  if (count > 3) v128.store32_lane(to + 3 * step, x, 3);
}

/** A block of units for all lanes; `packed` takes the outputs as the left side of the next product, [lanes, units]. */
function stepBlock(block: i32, lanes: i32, units: i32, packed: usize): void {
  const tiles = tilesOf(lanes);
  const left = units - 8 * block;
  for (let tile = 0; tile < tiles; tile++) {
    const first = firstRow(tile, tiles, lanes);
    const after = firstRow(tile + 1, tiles, lanes);
    const width = (<usize>(after - first)) << 2;
    for (let lane = first; lane < after; lane++) {
      const low = step(block, 0, lane, lanes);
      const high = step(block, 16, lane, lanes);
      const to = packed + ((<usize>(first * units + (lane - first))) << 2) + ((<usize>block) << 3) * width;
      scatter(low, to, width, left);
      scatter(high, to + 4 * width, width, left - 4);
    }
  }
}

/**
 * All time steps of a layer. 0 gates [time * lanes] from the input, 1 their stride; 2 recurrent panels, 3 bytes from one to the
 * next; 4 cells, 5 outputs [(time + 1) * lanes], which begin with the state, 6 tanh of cells [time * lanes]; 7 time, 8 lanes,
 * 9 units, 10 bytes of a row of units; 11 whether the state is more than zeros; 12 room for two packed outputs, 13 room of
 * [4][lanes][8] a thread, 14 its bytes; 15 whether gates are hard.
 */
export function lstmForward(thread: i32): void {
  const time = integer(7);
  const lanes = integer(8);
  const units = integer(9);
  const panels = address(2);
  const panelBytes = address(3);
  const packed = address(12);
  const packedBytes = (<usize>lanes * <usize>units) << 2;
  const room = address(13) + <usize>thread * address(14);
  const hasState = integer(11) != 0;
  hard = integer(15) != 0;
  gatesStride = address(1);
  stride = address(10);
  const blocks = <i32>(stride >> 5);
  const slice = <usize>lanes * stride;
  if (hasState) packLeft(address(5), stride, false, lanes, units, 1, packed);
  for (let t = 0; t < time; t++) {
    gates = address(0) + <usize>t * <usize>lanes * gatesStride;
    cells = address(4) + <usize>t * slice;
    nextCells = cells + slice;
    nextOutputs = address(5) + <usize>(t + 1) * slice;
    tanhCells = address(6) + <usize>t * slice;
    recurrent = t > 0 || hasState ? room : 0;
    const left = packed + <usize>(t & 1) * packedBytes;
    for (let block = next(); block < blocks; block = next()) {
      for (let g = 0; recurrent != 0 && g < 4; g++) {
        const panel = panels + <usize>(4 * block + g) * panelBytes;
        multiply(left, lanes, units, 0, units, 0, tilesOf(lanes), panel, room + ((<usize>(g * lanes)) << 5), false);
      }
      stepBlock(block, lanes, units, packed + <usize>((t + 1) & 1) * packedBytes);
    }
    meet();
  }
}
