import { address, integer, meet, next } from './control';
import { firstRow, multiply, tilesOf } from './packing';
import { multiplyTurned } from './turned';
import { madd, SLOPE } from './vectors';

/** What the gates of the time step let through; it becomes the gradient before their squashing. */
let gates: usize = 0;
let gatesStride: usize = 0;
let before: usize = 0;
let tanhCells: usize = 0;
let stride: usize = 0;
/** Gradient of the outputs from above; 0: none. */
let above: usize = 0;
/** What the step after brings back, [lanes][8]; 0: nothing. */
let carried: usize = 0;
/** Gradient of the cells, [lanes][unit stride], of the step after and then of this one. */
let cellGradient: usize = 0;
let hard: bool = false;

/** x * y * (1 - y): back through a sigmoid that gave y; x * slope where a hard one gave a y between 0 and 1. */
function throughSigmoid(x: v128, y: v128): v128 {
  if (hard) {
    const inside = v128.and(f32x4.gt(y, f32x4.splat(0)), f32x4.lt(y, f32x4.splat(1)));
    return v128.and(inside, f32x4.mul(x, f32x4.splat(SLOPE)));
  }
  return f32x4.mul(f32x4.mul(x, y), f32x4.sub(f32x4.splat(1), y));
}

/** x * (1 - y * y): back through a tanh that gave y. */
function throughTanh(x: v128, y: v128): v128 {
  return f32x4.mul(x, f32x4.sub(f32x4.splat(1), f32x4.mul(y, y)));
}

/** Four units of one lane. */
function step(block: usize, half: usize, lane: usize): void {
  const row = gates + lane * gatesStride + (block << 7) + half;
  const place = lane * stride + (block << 5) + half;
  const i = v128.load(row);
  const f = v128.load(row, 32);
  const g = v128.load(row, 64);
  const o = v128.load(row, 96);
  const squashed = v128.load(tanhCells + place);
  let dh = above == 0 ? f32x4.splat(0) : v128.load(above + place);
  let dc = f32x4.splat(0);
  if (carried != 0) {
    dh = f32x4.add(dh, v128.load(carried + (lane << 5) + half));
    dc = v128.load(cellGradient + place);
  }
  dc = madd(f32x4.mul(dh, o), f32x4.sub(f32x4.splat(1), f32x4.mul(squashed, squashed)), dc);
  v128.store(cellGradient + place, f32x4.mul(dc, f));
  v128.store(row, throughSigmoid(f32x4.mul(dc, g), i));
  v128.store(row, throughSigmoid(f32x4.mul(dc, v128.load(before + place)), f), 32);
  v128.store(row, throughTanh(f32x4.mul(dc, i), g), 64);
  v128.store(row, throughSigmoid(f32x4.mul(dh, squashed), o), 96);
}

/** Packs 32 gate gradients of one lane as left side of the product that carries them back. */
function pack(row: usize, to: usize, width: usize): void {
  for (let byte: usize = 0; byte < 128; byte += 16) {
    const x = v128.load(row + byte);
    v128.store32_lane(to, x, 0);
    v128.store32_lane(to + width, x, 1);
    v128.store32_lane(to + 2 * width, x, 2);
    v128.store32_lane(to + 3 * width, x, 3);
    to += 4 * width;
  }
}

/** A block of units for all lanes; `packed` takes the gradients, [lanes, columns], or is 0. */
function stepBlock(block: i32, lanes: i32, columns: i32, packed: usize): void {
  const tiles = tilesOf(lanes);
  for (let tile = 0; tile < tiles; tile++) {
    const first = firstRow(tile, tiles, lanes);
    const after = firstRow(tile + 1, tiles, lanes);
    const width = (<usize>(after - first)) << 2;
    for (let lane = first; lane < after; lane++) {
      step(block, 0, lane);
      step(block, 16, lane);
      if (packed == 0) continue;
      const to = packed + ((<usize>(first * columns + (lane - first))) << 2) + ((<usize>block) << 5) * width;
      pack(gates + <usize>lane * gatesStride + ((<usize>block) << 7), to, width);
    }
  }
}

/** What a time step hands to eight units of the step before: its gradients times their recurrent weights, as they lie. */
function carryTurned(from: usize, lanes: i32, weights: usize, panelStride: usize, columns: i32, to: usize): void {
  for (let lane: usize = 0; lane < <usize>lanes; lane++)
    multiplyTurned(from + lane * gatesStride, weights, 32, panelStride, columns >> 3, to + (lane << 5));
}

/**
 * All time steps of a layer, back from the last. 0 gates [time * lanes], 1 their stride; 2 recurrent weights: their transpose
 * in panels, [units / 8][columns][8], where 3 is 0, else as they are, with 3 bytes from a panel to the next; 4 cells
 * [(time + 1) * lanes], 5 tanh of cells; 6 gradient of the outputs, [time * lanes] or [lanes] of the last step, 7 whether of
 * all; 8 room for the gradient of the cells [lanes]; 9 time, 10 lanes, 11 bytes of a row of units; 12 room for two packed
 * gradients [lanes, columns], 13 room of [lanes][8] a thread, 14 its bytes; 15 whether gates are hard.
 */
export function lstmBackward(thread: i32): void {
  const time = integer(9);
  const lanes = integer(10);
  stride = address(11);
  gatesStride = address(1);
  cellGradient = address(8);
  hard = integer(15) != 0;
  const blocks = <i32>(stride >> 5);
  const columns = 32 * blocks;
  const weights = address(2);
  const panelStride = address(3);
  const packedBytes = (<usize>(lanes * columns)) << 2;
  const room = address(13) + <usize>thread * address(14);
  const slice = <usize>lanes * stride;
  const all = integer(7) != 0;
  for (let t = time - 1; t >= 0; t--) {
    gates = address(0) + <usize>t * <usize>lanes * gatesStride;
    before = address(4) + <usize>t * slice;
    tanhCells = address(5) + <usize>t * slice;
    above = all ? address(6) + <usize>t * slice : t == time - 1 ? address(6) : 0;
    carried = t == time - 1 ? 0 : room;
    const after = gates + <usize>lanes * gatesStride;
    const left = address(12) + <usize>((t + 1) & 1) * packedBytes;
    const packed = panelStride == 0 ? address(12) + <usize>(t & 1) * packedBytes : 0;
    for (let block = next(); block < blocks; block = next()) {
      const rows = (<usize>block) << 8;
      if (carried != 0 && panelStride != 0) carryTurned(after, lanes, weights + rows, panelStride, columns, room);
      else if (carried != 0) {
        const panel = weights + rows * <usize>(columns >> 3);
        multiply(left, lanes, columns, 0, columns, 0, tilesOf(lanes), panel, room, false);
      }
      stepBlock(block, lanes, columns, packed);
    }
    meet();
  }
}
