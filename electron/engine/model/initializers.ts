import type { Random } from '../random.ts';

/** Uniform over [-limit, limit). */
export function uniform(random: Random, size: number, limit: number): Float32Array {
  const values = new Float32Array(size);
  for (let k = 0; k < size; k++) values[k] = (2 * random.uniform() - 1) * limit;
  return values;
}

/** From N(0, 1). */
export function normal(random: Random, size: number): Float32Array {
  const values = new Float32Array(size);
  for (let k = 0; k < size; k++) values[k] = random.normal();
  return values;
}

/** Limit of Glorot's uniform start for a matrix of `inputs` rows and `outputs` columns (Glorot and Bengio 2010). */
export function glorotLimit(inputs: number, outputs: number): number {
  return Math.sqrt(6 / (inputs + outputs));
}

/** Rounds of pairs: in each, all coordinates (of an odd number, all but one) are paired at random. */
function randomPairs(random: Random, size: number, rounds: number): { first: Uint16Array; second: Uint16Array } {
  const pairs = size >> 1;
  const order = Uint16Array.from({ length: size }, (_, k) => k);
  const first = new Uint16Array(pairs * rounds);
  const second = new Uint16Array(pairs * rounds);
  for (let round = 0; round < rounds; round++) {
    random.shuffle(order);
    for (let pair = 0; pair < pairs; pair++) {
      first[round * pairs + pair] = order[2 * pair];
      second[round * pairs + pair] = order[2 * pair + 1];
    }
  }
  return { first, second };
}

/**
 * The recurrent matrix [units, 4 * units]: four random orthogonal blocks, each halved, so that every gate's block keeps
 * directions apart and all rows together are orthonormal, as Keras' orthogonal start has them.
 *
 * A block is a walk of rotations in random planes (after Kac 1956; Pillai and Smith 2017, "Kac's walk on n-sphere mixes
 * in n log n steps"), here by 45 degrees as in a Hadamard transform: exactly orthogonal. Each round halves the excess
 * kurtosis of the entries, so log2(units) + 4 rounds bring it from units to near 0, a Gaussian's. The cost is
 * units^2 log(units), where a Householder factorisation costs units^3.
 */
export function orthogonalGates(random: Random, units: number): Float32Array {
  const values = new Float32Array(units * 4 * units);
  const rounds = Math.ceil(Math.log2(units)) + 4;
  const row = new Float64Array(units);
  for (let gate = 0; gate < 4; gate++) {
    const { first, second } = randomPairs(random, units, rounds);
    for (let start = 0; start < units; start++) {
      row.fill(0);
      row[start] = random.uniform() < 0.5 ? -0.5 : 0.5;
      for (let k = 0; k < first.length; k++) {
        const a = row[first[k]];
        const b = row[second[k]];
        row[first[k]] = (a + b) * Math.SQRT1_2;
        row[second[k]] = (a - b) * Math.SQRT1_2;
      }
      values.set(row, start * 4 * units + gate * units);
    }
  }
  return values;
}

/** Bias [4 * units] that starts by remembering: 1 at the forget gate (Jozefowicz et al. 2015), else 0. */
export function forgetBias(units: number): Float32Array {
  return new Float32Array(4 * units).fill(1, units, 2 * units);
}
