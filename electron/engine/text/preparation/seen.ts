/** Slots of a table before it grows. */
const FIRST = 1 << 10;

/** Units at both ends of a line that count one by one, and which of those between do. */
const ENDS = 96;
const EVERY = 4;

/** Lines that were seen, each as 64 bits: two different ones that agree are not to be expected among so few. */
export class SeenLines {
  /** two numbers a slot; both 0 where it is free */
  #slots = new Int32Array(2 * FIRST);
  #count = 0;
  readonly #most: number;

  /** @param most lines that are remembered */
  constructor(most: number) {
    this.#most = most;
  }

  /** Remembers a line. @returns whether it was seen before */
  see(text: string): boolean {
    let one = 0xdeadbeef ^ text.length;
    let other = 0x41c6ce57;
    for (let at = 0; at < text.length; at += at < ENDS || at >= text.length - ENDS ? 1 : EVERY) {
      const unit = text.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x9e3779b1);
      other = Math.imul(other ^ unit, 0x5f356495);
    }
    one ^= one >>> 16;
    other = other ^ (other >>> 13) || 1;
    const slot = this.#slotOf(one, other);
    if (this.#slots[slot + 1] !== 0) return true;
    if (this.#count >= this.#most) return false;
    this.#slots[slot] = one;
    this.#slots[slot + 1] = other;
    if (2 * ++this.#count > this.#slots.length / 2) this.#grow();
    return false;
  }

  /** Where a line is, or would be. */
  #slotOf(one: number, other: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (2 * one) & mask;
    while (slots[slot + 1] !== 0 && (slots[slot] !== one || slots[slot + 1] !== other)) slot = (slot + 2) & mask;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue;
      const slot = this.#slotOf(before[at], before[at + 1]);
      this.#slots[slot] = before[at];
      this.#slots[slot + 1] = before[at + 1];
    }
  }
}
