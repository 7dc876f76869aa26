import type { ExportFormat } from '../../contract/export-formats.ts';
import type { Precision } from '../../contract/precision.ts';
import type { LeavingModel } from './leaving-model.ts';

/** A file that a format writes, by what it holds; the messages say it. */
export type FileRole =
  | 'card'
  | 'config'
  | 'graph'
  | 'keras'
  | 'program'
  | 'signatures'
  | 'topology'
  | 'weights'
  | 'weights-torch'
  | 'vocabulary';

/** What the README of a folder shows. */
export interface Usage {
  readonly files: Readonly<Record<string, FileRole>>;
  readonly language: 'js' | 'python';
  /** what is to be installed for the example */
  readonly packages: string;
  /** runs as it stands in the folder: it tells the likeliest symbols behind a beginning */
  example(model: LeavingModel): string;
}

/** One way for a model to leave; what is known of it beforehand stands in the contract's `EXPORT_FORMATS`. */
export interface ModelFormat {
  /** of a folder; a file by itself has no README */
  readonly usage?: Usage;
  /**
   * Fills an empty folder, or makes the one file.
   * @param place nobody sees it before it is whole
   * @param ending what the target ends in, where there are several
   * @param precision of weights, where there is a choice; the usual one without it
   * @throws AesopError where the model is damaged; AbortError
   */
  write(model: LeavingModel, place: string, ending: string, precision?: Precision): Promise<void>;
}

/** All but the report of a run, which is made of sentences: a worker writes it. */
export type ModelFormats = Readonly<Record<Exclude<ExportFormat, 'report'>, ModelFormat>>;
