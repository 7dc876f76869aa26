/** Spreads `label` over 32 bits, so that neighbouring seeds give unrelated streams (SplitMix32's finaliser). */
function mix(label: number): number {
  let z = (label + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

const rotateLeft = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/**
 * A seeded stream of random numbers that can be written down and taken up again: xoshiro128** (Blackman and Vigna,
 * "Scrambled linear pseudorandom number generators", 2021). The same seed gives the same stream on every machine.
 */
export class Random {
  private readonly words: Int32Array;

  /** @param seed any number; its low 32 bits and the 32 above them count */
  constructor(seed: number) {
    const low = mix(seed | 0);
    const high = mix(Math.floor(seed / 2 ** 32) | 0);
    this.words = Int32Array.from([low, mix(low ^ high), mix(low + 1), mix(high + low + 2)]);
    if (this.words.every((word) => word === 0)) this.words[0] = 1;
  }

  /** The stream that `state()` wrote down. */
  static restore(state: readonly number[]): Random {
    const random = new Random(0);
    random.words.set(state);
    return random;
  }

  /** Four 32-bit words that `restore` continues from. */
  state(): number[] {
    return Array.from(this.words, (word) => word >>> 0);
  }

  /** An integer in [0, 2^32). */
  uint32(): number {
    const s = this.words;
    const s1 = s[1];
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    s[2] ^= s[0];
    s[3] ^= s1;
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= s1 << 9;
    s[3] = rotateLeft(s[3], 11);
    return result;
  }

  /** A number in [0, 1) with 32 random bits. */
  uniform(): number {
    return this.uint32() / 2 ** 32;
  }

  /** An integer in [0, n), each equally likely (Lemire's rejection in plain form); n from 1 to 2^32. */
  integer(n: number): number {
    const limit = 2 ** 32 - (2 ** 32 % n);
    let drawn = this.uint32();
    while (drawn >= limit) drawn = this.uint32();
    return drawn % n;
  }

  /** A number from the normal distribution N(0, 1) (Box and Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Puts the numbers in random order, each order equally likely (Fisher and Yates). */
  shuffle(numbers: Uint32Array | Uint16Array | Int32Array): void {
    for (let last = numbers.length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      const moved = numbers[last];
      numbers[last] = numbers[other];
      numbers[other] = moved;
    }
  }

  /** A stream of its own for `label`, without moving this one: the same state and label give the same stream. */
  fork(label: number): Random {
    const [a, b, c, d] = this.words;
    const seed = mix(label) ^ mix(a ^ mix(b ^ mix(c ^ mix(d))));
    return new Random((seed >>> 0) + (mix(seed ^ label) & 0x1fffff) * 2 ** 32);
  }
}
