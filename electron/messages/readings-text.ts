import { distinctWords, type ReadWord } from '../contract/read-words.ts';
import type { reading } from './en/reading.ts';
import type { Translator } from './translator.ts';

/** What can say how words are read: page and terminal alike. */
type Says = Pick<Translator<{ texts: { reading: typeof reading }; errors: Record<never, never> }>, 'text'>;

/** One sentence on what is read as what; empty where all words are known. */
export function readingsText(words: readonly ReadWord[], says: Says): string {
  const read = distinctWords(words);
  const replaced = read.flatMap(({ word, reading }) =>
    reading.how === 'word' ? [says.text('reading.as', { word, as: reading.as })] : [],
  );
  const others = (['unknown', 'nothing'] as const).flatMap((how) => {
    const found = read.filter(({ reading }) => reading.how === how);
    const quoted = found.map(({ word }) => says.text('reading.word', { word }));
    const words = quoted.join(says.text('reading.comma'));
    return found.length > 0 ? [says.text(`reading.${how}`, { words })] : [];
  });
  return [...replaced, ...others].join(' · ');
}
