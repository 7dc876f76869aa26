import type { ModelConfig } from '../../model/model-config.ts';

/** What of a network a foreign file can say. */
export type ForeignNetwork = Pick<
  ModelConfig,
  | 'vocabularySize'
  | 'input'
  | 'embeddingSize'
  | 'layers'
  | 'units'
  | 'tieWeights'
  | 'gates'
  | 'context'
  | 'windowLength'
>;

/** Bytes that can be read at any place; nothing of it is a path. */
export interface ForeignFile {
  readonly bytes: number;
  /** @throws RangeError beyond the end */
  read(position: number, length: number): Promise<Buffer>;
}

/**
 * The files that came together: a lone file with what a person named beside it, or the plain files of a folder or a zip.
 * Names are compared, never joined to a path.
 */
export interface ForeignSource {
  /** of the file or the folder, as a person called it */
  readonly name: string;
  readonly files: readonly string[];
  /** @param file one of `files` */
  open(file: string): Promise<ForeignFile>;
  /** What is packed in one of its files, where that is an archive. */
  within(file: string): Promise<ForeignSource | undefined>;
}

/** A language model in a foreign file: what its header says was checked against the bytes that are there; no number was read yet. */
export interface ForeignModel {
  readonly network: ForeignNetwork;
  readonly name?: string;
  /** a first line that it came with */
  readonly prompt?: string;
  /** it reads a number for a symbol, which may be scaled: its file does not say whether and how */
  readonly scaleUnsaid?: true;
  /** it passes over the symbol with the number 0, as if it were not there */
  readonly skipsZero?: true;
  /**
   * One whole weight as `weightBlocks(network)` names and shapes it: row by row, gates in the order i, f, c, o.
   * @throws AesopError where the file ends before
   */
  weight(name: string): Promise<Float32Array>;
}

/** A kind of foreign file that a model can be read out of. */
export interface ForeignFormat {
  /** The files that such a model is in, told by content, magic bytes or what lies beside them, never by a name's ending alone; cheap. */
  find(source: ForeignSource): Promise<readonly string[]>;
  /**
   * @param file one that was found
   * @throws AesopError what is wrong, with the value and the limit, or why we can have no network of that shape
   */
  open(source: ForeignSource, file: string): Promise<ForeignModel>;
}
