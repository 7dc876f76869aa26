import type { VocabularyForm } from '../../../../contract/foreign-formats.ts';
import type { Vocabulary } from '../../../text/vocabulary/vocabulary.ts';

/** The symbols that a file names, by id. */
export interface FoundSymbols {
  readonly form: VocabularyForm;
  readonly symbols: readonly string[];
  /** as often as they were learnt, where the file says it */
  readonly counts?: readonly number[];
  /** the whole vocabulary, where the file is one of ours */
  readonly own?: Vocabulary;
}
