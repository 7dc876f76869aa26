import type { DrawnCandidates } from '../kernels/candidates.ts';
import type { Random } from '../random.ts';

/** Of a count: symbols are drawn more evenly than they occur, so that rare ones come up too (Mikolov et al. 2013). */
const POWER = 0.75;

/**
 * Draws what a sampled softmax goes over: the targets of a batch, which are a sample of the text, and other symbols, by how
 * frequent they are. One that seldom comes up counts for those that did not: see `DrawnCandidates.corrections`.
 */
export class CandidateSampler {
  private readonly drawn: number;
  private readonly classes: number;
  /** how likely each symbol is the target of a prediction */
  private readonly targeted: Float64Array;
  /** and how likely it comes up at one drawing */
  private readonly likely: Float64Array;
  /** Walker's alias table: of the drawings that come to a symbol's place this share is it, and the rest is the other one */
  private readonly own: Float64Array;
  private readonly other: Int32Array;
  /** where each symbol stands among the candidates; -1 nowhere */
  private readonly places: Int32Array;

  /**
   * @param counts how often each symbol is in the text
   * @param drawn how many are drawn at least, beside the targets
   */
  constructor(counts: Uint32Array, drawn: number) {
    const classes = counts.length;
    const total = Math.max(1, sumOf(counts));
    const weights = Float64Array.from(counts, (count) => Math.max(1, count) ** POWER);
    const sum = sumOf(weights);
    this.drawn = drawn;
    this.classes = classes;
    this.targeted = Float64Array.from(counts, (count) => count / total);
    this.likely = weights.map((weight) => weight / sum);
    this.own = new Float64Array(classes).fill(1);
    this.other = new Int32Array(classes);
    this.places = new Int32Array(classes).fill(-1);
    this.buildTable();
  }

  /** How many candidates so many predictions have: always as many, whatever repeats among them. */
  countFor(predictions: number): number {
    return Math.min(this.classes, this.drawn + predictions);
  }

  /** Candidates for a batch: its targets, each once, then drawn symbols. */
  draw(targets: Int32Array, random: Random): DrawnCandidates {
    const ids = new Int32Array(this.countFor(targets.length));
    let count = 0;
    const add = (id: number): void => {
      if (this.places[id] >= 0) return;
      this.places[id] = count;
      ids[count++] = id;
    };
    targets.forEach(add);
    let drawings = 0;
    for (; count < ids.length; drawings++) {
      const at = random.integer(this.classes);
      add(random.uniform() < this.own[at] ? at : this.other[at]);
    }
    const places = targets.map((id) => this.places[id]);
    const corrections = Float32Array.from(ids, (id) => -Math.log(this.chanceOf(id, drawings, targets.length)));
    for (const id of ids) this.places[id] = -1;
    return { ids, corrections, places };
  }

  /** The chance that a symbol is among so many targets or comes up in so many drawings. */
  private chanceOf(id: number, drawings: number, predictions: number): number {
    return -Math.expm1(drawings * Math.log1p(-this.likely[id]) + predictions * Math.log1p(-this.targeted[id]));
  }

  private buildTable(): void {
    const { classes, own, other } = this;
    const shares = this.likely.map((chance) => chance * classes);
    const below: number[] = [];
    const above: number[] = [];
    shares.forEach((share, id) => (share < 1 ? below : above).push(id));
    while (below.length > 0 && above.length > 0) {
      const less = below.pop()!;
      const more = above.pop()!;
      own[less] = shares[less];
      other[less] = more;
      shares[more] += shares[less] - 1;
      (shares[more] < 1 ? below : above).push(more);
    }
  }
}

const sumOf = (values: Uint32Array | Float64Array): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};
