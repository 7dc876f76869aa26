import { inputWidth, type ModelConfig } from '../model/model-config.ts';
import { separateBlocks, type Blocks } from './blocks.ts';
import { LstmLayer, type LayerMemory } from './lstm-layer.ts';
import { Arena, matrixSize, rowsSize, type Matrix, type Rows } from './matrix.ts';
import { SymbolGates } from './symbol-gates.ts';

/** What a network remembers of the symbols that it has read, layer by layer. */
export type Memory = readonly LayerMemory[];

/** Symbols that one pass over the weights reads. */
const CHUNK = 16;

/** The weights by the names and shapes of `LanguageModel.parameters`. */
type Weights = Iterable<{ readonly name: string; values(): Float32Array }>;

/**
 * A trained network that reads symbol after symbol, without TensorFlow: one lane is bound by how fast the weights come
 * from memory, and a plain loop over them keeps up with that where any library's op costs more in calls.
 */
export class InferenceNetwork {
  readonly config: ModelConfig;
  private readonly layers: readonly LstmLayer[];
  private readonly symbols: SymbolGates;
  private readonly output: Matrix;
  private readonly outputBias: Float32Array;
  private readonly hidden: Rows;
  private readonly logits: Rows;

  private readonly blocks: Blocks;

  /**
   * All weights are zero until they are assigned.
   * @param blocks where they are kept; what the network frees in the end
   */
  constructor(config: ModelConfig, blocks: Blocks = separateBlocks) {
    const { vocabularySize, units, gates } = config;
    this.config = config;
    this.blocks = blocks;
    const layer = { chunk: CHUNK, hard: gates === 'hard-sigmoid', blocks };
    this.layers = Array.from(
      { length: config.layers },
      (_, k) => new LstmLayer(k === 0 ? inputWidth(config) : units, units, layer),
    );
    this.symbols = new SymbolGates(config, this.layers[0]);
    const floats = matrixSize(units, vocabularySize) + rowsSize(CHUNK, units) + rowsSize(1, vocabularySize);
    const arena = new Arena(floats, blocks);
    this.output = arena.matrix(units, vocabularySize);
    this.hidden = arena.rows(CHUNK, units);
    this.logits = arena.rows(1, vocabularySize);
    this.outputBias = new Float32Array(vocabularySize);
  }

  /** A network with a copy of a model's weights. */
  static of({ config, parameters }: { config: ModelConfig; parameters: Weights }, blocks?: Blocks): InferenceNetwork {
    const network = new InferenceNetwork(config, blocks);
    for (const parameter of parameters) network.assign(parameter.name, parameter.values());
    return network;
  }

  /** Takes the values of one of the model's parameters. */
  assign(name: string, values: Float32Array): void {
    const [owner, part] = name.split('/');
    if (owner === 'embedding') {
      this.symbols.assignEmbedding(values);
      if (this.config.tieWeights) this.output.assign(values, { row: 1, column: this.config.units });
    } else if (owner === 'output') {
      if (part === 'bias') this.outputBias.set(values);
      else this.output.assign(values);
    } else {
      const layer = this.layers[Number(owner.slice('lstm_'.length))];
      if (part === 'bias') layer.bias.set(values);
      else layer.assignWeights(values);
      this.symbols.forget();
    }
  }

  /** What the network remembers before the first symbol. */
  start(): Memory {
    const { units } = this.config;
    return this.layers.map(() => ({ cell: new Float32Array(units), output: new Float32Array(units) }));
  }

  /**
   * Reads on, and moves `memory` on.
   * @param ids at least one
   * @returns logits [vocabulary] of the symbol after them
   */
  read(ids: readonly number[], memory: Memory): Float32Array {
    let count = 0;
    for (let at = 0; at < ids.length; at += count) {
      count = Math.min(CHUNK, ids.length - at);
      this.symbols.fill(ids.slice(at, at + count));
      this.layers.forEach((layer, k) => {
        if (k > 0) layer.inputGates(count);
        layer.walk(count, memory[k], this.layers[k + 1]?.x ?? this.hidden);
      });
    }
    this.logits.values.set(this.outputBias);
    this.output.addProduct(this.hidden, this.logits, { xFirst: count - 1 });
    return this.logits.values.slice(0, this.config.vocabularySize);
  }

  /** Ends the threads that multiply for it, if any do; nothing can be read afterwards. */
  dispose(): void {
    this.blocks.dispose();
  }
}
