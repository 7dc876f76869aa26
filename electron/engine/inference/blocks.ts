import { multiplyIn, type Multiply } from './product.ts';

const PAGE_BYTES = 65_536;

/** Memory that products read and write. It is zero. */
export interface Block {
  readonly buffer: ArrayBufferLike;
  /** its first byte in the buffer */
  readonly start: number;
  /** a product of what lies in it */
  readonly multiply: Multiply;
}

/** Where a network keeps its weights, and who multiplies with them. */
export interface Blocks {
  /** @throws RangeError where there is not so much memory */
  allocate(bytes: number): Block;
  /** Nothing can be multiplied afterwards. */
  dispose(): void;
}

/** Each block a WebAssembly memory of its own, multiplied by whoever asks: as a page may, too. */
export const separateBlocks: Blocks = {
  allocate(bytes) {
    const pages = Math.ceil(bytes / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    return { buffer: memory.buffer, start: 0, multiply: multiplyIn(memory) };
  },
  dispose: () => undefined,
};
