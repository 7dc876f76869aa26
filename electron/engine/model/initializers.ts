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

interface Rotations {
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
}

/** Rounds of rotations by random angles; each pairs all coordinates anew at random. */
function randomRotations(random: Random, size: number, rounds: number): Rotations {
  const pairs = size >> 1;
  const order = Uint16Array.from({ length: size }, (_, k) => k);
  const first = new Uint16Array(pairs * rounds);
  const second = new Uint16Array(pairs * rounds);
  const cosine = new Float64Array(pairs * rounds);
  const sine = new Float64Array(pairs * rounds);
  for (let round = 0; round < rounds; round++) {
    random.shuffle(order);
    for (let pair = 0; pair < pairs; pair++) {
      const k = round * pairs + pair;
      const angle = 2 * Math.PI * random.uniform();
      first[k] = order[2 * pair];
      second[k] = order[2 * pair + 1];
      cosine[k] = Math.cos(angle);
      sine[k] = Math.sin(angle);
    }
  }
  return { first, second, cosine, sine };
}

/**
 * The recurrent matrix [units, 4 * units]: four random orthogonal blocks, each halved, so that every gate's block keeps
 * directions apart and all rows together are orthonormal, as Keras' orthogonal start has them.
 *
 * A block is a walk of random plane rotations (Kac 1956) over 2 log2(units) rounds, in which every coordinate moves once
 * a round: exactly orthogonal, and a row is spread evenly over the sphere after about units * log(units) rotations
 * (Pillai and Smith 2017, "Kac's walk on n-sphere mixes in n log n steps"). It costs units^2 log(units), a
 * Householder factorisation units^3.
 */
export function orthogonalGates(random: Random, units: number): Float32Array {
  const values = new Float32Array(units * 4 * units);
  const rounds = 2 * Math.ceil(Math.log2(Math.max(units, 2)));
  const row = new Float64Array(units);
  for (let gate = 0; gate < 4; gate++) {
    const { first, second, cosine, sine } = randomRotations(random, units, rounds);
    for (let start = 0; start < units; start++) {
      row.fill(0);
      row[start] = random.uniform() < 0.5 ? -0.5 : 0.5;
      for (let k = 0; k < first.length; k++) {
        const a = row[first[k]];
        const b = row[second[k]];
        if (a === 0 && b === 0) continue;
        row[first[k]] = cosine[k] * a - sine[k] * b;
        row[second[k]] = sine[k] * a + cosine[k] * b;
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
