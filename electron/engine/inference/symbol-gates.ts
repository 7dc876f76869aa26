import type { ModelConfig } from '../model/model-config.ts';
import type { LstmLayer } from './lstm-layer.ts';

/** Floats of gates that are kept for symbols to come again, 64 MiB. */
const KEPT = 2 ** 24;

/**
 * What a symbol brings to the gates of the first layer: its input times the input matrix, plus the bias. A story says the
 * same symbols again and again, so each is worked out once.
 */
export class SymbolGates {
  private readonly config: ModelConfig;
  private readonly layer: LstmLayer;
  private readonly embedding: Float32Array;
  private readonly known = new Map<number, Float32Array>();
  private readonly most: number;

  constructor(config: ModelConfig, layer: LstmLayer) {
    const { input, vocabularySize, embeddingSize, units } = config;
    this.config = config;
    this.layer = layer;
    this.embedding = new Float32Array(input === 'embedding' ? vocabularySize * embeddingSize : 0);
    this.most = Math.max(1, Math.floor(KEPT / (4 * units)));
  }

  assignEmbedding(values: Float32Array): void {
    this.embedding.set(values);
    this.forget();
  }

  /** To be called when weights have changed. */
  forget(): void {
    this.known.clear();
  }

  /** Fills the rows of the layer's gates. */
  fill(ids: readonly number[]): void {
    const rows = ids.map((id) => this.known.get(id) ?? this.workOut(id));
    const { values, stride } = this.layer.gates;
    rows.forEach((row, t) => values.set(row, t * stride));
  }

  private workOut(id: number): Float32Array {
    const { x, gates } = this.layer;
    const { input, embeddingSize, units } = this.config;
    if (input === 'embedding') x.values.set(this.embedding.subarray(id * embeddingSize, (id + 1) * embeddingSize));
    else if (input === 'ordinal') x.values[0] = id;
    else x.values.fill(0).fill(1, id, id + 1);
    this.layer.inputGates(1);
    const row = gates.values.slice(0, 4 * units);
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(id, row);
    return row;
  }
}
