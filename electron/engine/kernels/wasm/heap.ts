import { AesopError } from '../../../contract/errors.ts';
import { gigabytes } from '../../../contract/message.ts';

const PAGE = 65_536;
/** Blocks begin at lines of the processor's cache. */
const LINE = 64;
/** The first page is for what threads say to one another. */
const RESERVED = PAGE;
/** All that 32 bits can name, 4 GiB; it is taken page by page, as it is needed. */
const MOST_PAGES = 65_536;
/** Where a system gives no process so much address space. */
const FEWER_PAGES = 16_384;

interface Free {
  readonly at: number;
  readonly bytes: number;
}

function createMemory(): WebAssembly.Memory {
  const withMost = (maximum: number) => new WebAssembly.Memory({ initial: 1, maximum, shared: true });
  try {
    return withMost(MOST_PAGES);
  } catch {
    return withMost(FEWER_PAGES);
  }
}

/** Blocks of one shared memory, which grows as they need it. What is freed is given out again, never to the system. */
export class Heap {
  readonly memory = createMemory();
  private readonly sizes = new Map<number, number>();
  /** by address; no two touch */
  private free: Free[] = [];
  private end = RESERVED;
  private seen = this.memory.buffer;
  private floatsSeen = new Float32Array(this.seen);
  private intsSeen = new Int32Array(this.seen);

  /** Blocks in use. */
  get blocks(): number {
    return this.sizes.size;
  }

  /** Bytes that the memory has grown to. */
  get bytes(): number {
    return this.end;
  }

  /** Everything, as float32. It ends where the memory ends now: ask after what has to be in it is allocated. */
  get floats(): Float32Array {
    this.look();
    return this.floatsSeen;
  }

  get ints(): Int32Array {
    this.look();
    return this.intsSeen;
  }

  /** `count` float64 from an address on. */
  doubles(at: number, count: number): Float64Array {
    return new Float64Array(this.memory.buffer, at, count);
  }

  /**
   * A block whose content is anything.
   * @returns its address in bytes
   * @throws AesopError `engine-memory-full`
   */
  allocate(bytes: number): number {
    const size = Math.max(LINE, Math.ceil(bytes / LINE) * LINE);
    let best = -1;
    this.free.forEach(({ bytes: room }, k) => {
      if (room >= size && (best < 0 || room < this.free[best].bytes)) best = k;
    });
    if (best < 0) best = this.grow(size);
    const { at, bytes: room } = this.free[best];
    if (room === size) this.free.splice(best, 1);
    else this.free[best] = { at: at + size, bytes: room - size };
    this.sizes.set(at, size);
    return at;
  }

  release(at: number): void {
    const bytes = this.sizes.get(at);
    if (bytes === undefined) throw new RangeError(`no block begins at ${at}`);
    this.sizes.delete(at);
    let place = this.free.findIndex((each) => each.at > at);
    if (place < 0) place = this.free.length;
    const before = this.free[place - 1];
    const after = this.free[place];
    const joinsBefore = before !== undefined && before.at + before.bytes === at;
    const joinsAfter = after !== undefined && at + bytes === after.at;
    const start = joinsBefore ? before.at : at;
    const end = joinsAfter ? after.at + after.bytes : at + bytes;
    const from = joinsBefore ? place - 1 : place;
    this.free.splice(from, place + (joinsAfter ? 1 : 0) - from, { at: start, bytes: end - start });
  }

  /** Grows so far that a block of that size fits at the end; returns its place among the free ones. */
  private grow(size: number): number {
    const last = this.free.at(-1);
    const left = last && last.at + last.bytes === this.end ? last : undefined;
    const pages = Math.ceil((size - (left?.bytes ?? 0)) / PAGE);
    try {
      this.memory.grow(pages);
    } catch {
      throw new AesopError('engine-memory-full', { used: gigabytes(this.end), needed: gigabytes(size) });
    }
    if (left) this.free.pop();
    const at = left?.at ?? this.end;
    this.end += pages * PAGE;
    this.free.push({ at, bytes: this.end - at });
    return this.free.length - 1;
  }

  private look(): void {
    if (this.memory.buffer === this.seen) return;
    this.seen = this.memory.buffer;
    this.floatsSeen = new Float32Array(this.seen);
    this.intsSeen = new Int32Array(this.seen);
  }
}
