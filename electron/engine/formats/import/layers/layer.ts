/** A layer of the chain. */
export interface Layer {
  readonly kind: string;
  readonly name: string;
  /** the kind by which a file calls its weights: an LSTM may be a cell that another layer repeats */
  readonly filed: string;
  /** how many layers of that kind come before it in the description, whether they are of the chain or not */
  readonly before: number;
  readonly config: Readonly<Record<string, unknown>>;
  /** the shape that it was built for, where that is known: [batch, time, …] */
  readonly built: unknown;
  /** what it wraps, where it applies a layer to each step */
  readonly wraps?: Pick<Layer, 'kind' | 'config'>;
  /** which cell of a stack it is, where a layer repeats several, and which of the layer's weights are its own */
  readonly cell?: { readonly at: number; readonly from: number; readonly to: number };
}
