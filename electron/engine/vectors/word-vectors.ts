import type { VectorSource } from '../../contract/word-vectors.ts';

/** A symbol's id and how alike it is used, as a cosine. */
export interface Neighbour {
  readonly id: number;
  readonly similarity: number;
}

/** What stands for the symbols of a model, one row of length 1 for each id; a row of nothing but zeros stays so. */
export class WordVectors {
  readonly source: VectorSource;
  readonly width: number;
  /** rows: the ids from 0 on, that is the most frequent symbols */
  readonly count: number;
  readonly rows: Float32Array;

  /** @param values [count, width], which become the rows in place */
  constructor(source: VectorSource, values: Float32Array, width: number) {
    this.source = source;
    this.width = width;
    this.count = values.length / width;
    this.rows = values;
    // A vector added to all output weights changes no probability, so only what sets them apart means something.
    if (source === 'output') this.#centre();
    for (let row = 0; row < this.count; row++) this.#normalise(row * width);
  }

  #centre(): void {
    const { rows, width, count } = this;
    const mean = new Float64Array(width);
    for (let at = 0; at < rows.length; at += width) for (let k = 0; k < width; k++) mean[k] += rows[at + k];
    for (let at = 0; at < rows.length; at += width) for (let k = 0; k < width; k++) rows[at + k] -= mean[k] / count;
  }

  #normalise(from: number): void {
    const { rows, width } = this;
    let sum = 0;
    for (let at = from; at < from + width; at++) sum += rows[at] * rows[at];
    if (sum === 0) return;
    const length = Math.sqrt(sum);
    for (let at = from; at < from + width; at++) rows[at] /= length;
  }

  /**
   * The ids nearest to one, best first; among equals the more frequent.
   * @param take whether an id may be among them
   */
  nearest(id: number, limit: number, take: (id: number) => boolean): Neighbour[] {
    const { rows, width } = this;
    const own = rows.slice(id * width, (id + 1) * width);
    const best: Neighbour[] = [];
    for (let other = 0, from = 0; other < this.count; other++, from += width) {
      let similarity = 0;
      for (let k = 0; k < width; k++) similarity += own[k] * rows[from + k];
      const worst = best.length < limit ? -Infinity : best[limit - 1].similarity;
      if (similarity <= worst || other === id || !take(other)) continue;
      const at = best.findIndex((known) => known.similarity < similarity);
      best.splice(at < 0 ? best.length : at, 0, { id: other, similarity });
      best.length = Math.min(best.length, limit);
    }
    return best;
  }
}
