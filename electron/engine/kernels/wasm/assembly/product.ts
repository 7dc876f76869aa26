import { address, float, integer, next } from './control';
import { firstRow, multiply, packLeft, packPanel, tilesOf } from './packing';

// A product [rows, panels * 8] in parts of some tiles of rows and some panels, which threads take one by one: a part of the
// left side stays in a processor's second cache, a panel of the right side in its first.

/** Tiles of rows in a part. */
const TILES: i32 = 32;
/** Terms that are summed before the next panel comes. */
const DEPTH: i32 = 384;

// the product at hand, of this thread's module
let rows: i32 = 0;
let depth: i32 = 0;
let left: usize = 0;
let right: usize = 0;
let rightStride: usize = 0;
let rightPanel: usize = 0;
let panels: i32 = 0;
let group: i32 = 0;
let room: usize = 0;

// the part at hand
let fromTile: i32 = 0;
let toTile: i32 = 0;
export let fromRow: i32 = 0;
export let rowCount: i32 = 0;
export let fromPanel: i32 = 0;
export let toPanel: i32 = 0;

/** Reads arguments 0 to 13 and packs the left side; parts may be taken afterwards. */
export function openProduct(thread: i32): void {
  rows = integer(3);
  depth = integer(4);
  left = address(6);
  right = address(7);
  rightStride = address(8);
  rightPanel = address(9);
  panels = integer(10);
  group = integer(11);
  room = address(12) + <usize>thread * address(13);
  packLeft(address(0), address(1), integer(2) != 0, rows, depth, float(5), left);
}

/** Takes the next part; false where none is left. */
export function takePart(): bool {
  const tiles = tilesOf(rows);
  const blocks = (tiles + TILES - 1) / TILES;
  const groups = (panels + group - 1) / group;
  const part = next();
  if (part >= blocks * groups) return false;
  const block = part % blocks;
  fromTile = block * TILES;
  toTile = min(tiles, fromTile + TILES);
  fromRow = firstRow(fromTile, tiles, rows);
  rowCount = firstRow(toTile, tiles, rows) - fromRow;
  fromPanel = (part / blocks) * group;
  toPanel = min(panels, fromPanel + group);
  return true;
}

/**
 * Where the sums of a panel of the part stand, [rowCount][8].
 * @param out where all panels stand, [rows][8] each, `outPanel` bytes apart; 0: in the thread's room
 */
export function sumsOf(panel: i32, out: usize, outPanel: usize): usize {
  if (out != 0) return out + <usize>panel * outPanel + ((<usize>fromRow) << 5);
  return room + ((<usize>DEPTH) << 5) + ((<usize>((panel - fromPanel) * rowCount)) << 5);
}

/**
 * Works the part out; sums stand where `sumsOf` says.
 * @param add whether to add to what stands there
 */
export function workOut(out: usize, outPanel: usize, add: bool): void {
  for (let k = 0; k < depth; k += DEPTH) {
    const count = min(DEPTH, depth - k);
    for (let panel = fromPanel; panel < toPanel; panel++) {
      let from = right + <usize>panel * rightPanel + <usize>k * rightStride;
      if (rightStride != 32) {
        packPanel(from, rightStride, count, room);
        from = room;
      }
      multiply(left, rows, depth, k, count, fromTile, toTile, from, sumsOf(panel, out, outPanel), add || k > 0);
    }
  }
}

/** Lets sums begin with eight numbers of a bias. */
function beginWith(bias: usize, to: usize): void {
  const low = v128.load(bias);
  const high = v128.load(bias, 16);
  const end = to + ((<usize>rowCount) << 5);
  for (; to < end; to += 32) {
    v128.store(to, low);
    v128.store(to, high, 16);
  }
}

/** Puts eight columns to where they belong in rows. */
function spread(from: usize, to: usize, stride: usize): void {
  const end = from + ((<usize>rowCount) << 5);
  for (; from < end; from += 32) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    to += stride;
  }
}

/** A product written out: 14 the target, 15 and 16 its strides from row to row and panel to panel, 17 a bias or 0. */
export function product(thread: i32): void {
  const out = address(14);
  const stride = address(15);
  const outPanel = address(16);
  const bias = address(17);
  // rows of eight are panels themselves
  const target = stride == 32 ? out : 0;
  openProduct(thread);
  while (takePart()) {
    for (let panel = fromPanel; bias != 0 && panel < toPanel; panel++)
      beginWith(bias + ((<usize>panel) << 5), sumsOf(panel, target, outPanel));
    workOut(target, outPanel, bias != 0);
    for (let panel = fromPanel; target == 0 && panel < toPanel; panel++)
      spread(sumsOf(panel, 0, 0), out + <usize>fromRow * stride + <usize>panel * outPanel, stride);
  }
}

/** The transpose of a matrix as panels: 0 the matrix, 1 and 2 its strides, 3 its panels, 4 panels of the target, 5 the target. */
export function transpose(_thread: i32): void {
  const from = address(0);
  const stride = address(1);
  const panel = address(2);
  const count = integer(3);
  const targets = integer(4);
  const to = address(5);
  for (let target = next(); target < targets; target = next()) {
    let place = to + ((<usize>(target * count)) << 8);
    for (let p = 0; p < count; p++) {
      turn(from + <usize>p * panel + ((<usize>target) << 3) * stride, stride, place);
      place += 256;
    }
  }
}

/** Transposes 8 x 8 numbers, whose rows are to stand one after the other. */
function turn(from: usize, stride: usize, to: usize): void {
  for (let half: usize = 0; half < 32; half += 16) {
    for (let rows: usize = 0; rows < 2; rows++) {
      const at = from + half + 4 * rows * stride;
      const a = v128.load(at);
      const b = v128.load(at + stride);
      const c = v128.load(at + 2 * stride);
      const d = v128.load(at + 3 * stride);
      const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
      const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
      const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
      const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
      const target = to + 8 * half + 16 * rows;
      v128.store(target, v128.shuffle<i64>(ab, cd, 0, 2));
      v128.store(target, v128.shuffle<i64>(ab, cd, 1, 3), 32);
      v128.store(target, v128.shuffle<i64>(ab2, cd2, 0, 2), 64);
      v128.store(target, v128.shuffle<i64>(ab2, cd2, 1, 3), 96);
    }
  }
}
