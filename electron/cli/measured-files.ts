import { AesopError, toPlainError, type PlainError } from '../contract/errors.ts';
import { readingOfSeveral, type AskedReading } from './chosen-columns.ts';
import type { JobResult } from '../contract/worker.ts';
import type { Host } from './host.ts';
import type { NamedFile } from './text-files.ts';

export type Measured = JobResult<'evaluate'>;
export type Figures = Omit<Measured, 'encoding' | 'document' | 'doubt' | 'preparation'>;

/** Figures of several texts as of one: each counts by its predictions, and bits by the characters that they are for. */
export function overFiles(measured: readonly Figures[]): Figures {
  const sum = (of: (each: Figures) => number) => measured.reduce((total, each) => total + of(each), 0);
  const predictions = sum((each) => each.predictions);
  const characters = sum((each) => each.characters);
  const bits = sum((each) => (each.bitsPerCharacter ?? NaN) * each.characters);
  const loss = sum((each) => each.loss * each.predictions) / predictions;
  return {
    symbols: sum((each) => each.symbols),
    predictions,
    unknown: sum((each) => each.unknown),
    loss,
    accuracy: sum((each) => each.accuracy * each.predictions) / predictions,
    perplexity: Math.min(Math.exp(loss), Number.MAX_VALUE),
    characters,
    bitsPerCharacter: Number.isFinite(bits / characters) ? bits / characters : null,
    bitsMissing: measured.find((each) => each.bitsMissing)?.bitsMissing,
  };
}

/**
 * Measures a model over files, each by itself, as it would be by a training.
 * @throws AesopError what a file that was named is wrong with; `files-unreadable` where none in a folder can be measured
 */
export async function measureFiles(host: Host, model: string, given: readonly NamedFile[], asked: AskedReading) {
  const { files, reading } = readingOfSeveral(given, asked);
  const measured: (Measured & { name: string })[] = [];
  const refused: { name: string; error: PlainError }[] = [];
  for (const { path, name, found, column } of files) {
    try {
      measured.push({
        name,
        ...(await host.job(
          'evaluate',
          { model, path, name, ...reading, ...(column !== undefined && { column }) },
          'measuring',
        )),
      });
    } catch (thrown) {
      if (!found || !(thrown instanceof AesopError)) throw thrown;
      refused.push({ name, error: { ...toPlainError(thrown), detail: '' } });
    }
  }
  if (measured.length === 0) throw new AesopError('files-unreadable', { name: files[0].name, count: files.length });
  return { measured, refused };
}
