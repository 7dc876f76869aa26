import type { Corpus } from '../../contract/corpus.ts';
import type { Host } from '../host.ts';
import { onOneLine } from '../output/plain-text.ts';

/** What a person should know of a reading that is not sure: the next best, and one line of the text in both. */
export function doubtFacts({ translator }: Host, doubt: Corpus['doubt']): [name: string, value: string][] {
  if (doubt === undefined) return [];
  const [ours, sample] = [doubt.ours, doubt.sample].map((line) => onOneLine(line).trim());
  return [
    [translator.text('facts.notSure'), translator.text('textFacts.ours', { ours })],
    ['', translator.text('textFacts.otherwise', { sample, encoding: doubt.encoding })],
  ];
}
