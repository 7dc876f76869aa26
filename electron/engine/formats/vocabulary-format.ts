import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import type { ModelFormat } from './format.ts';
import { writeLines } from './write-lines.ts';

/** What would end a cell or a line of the table, and what says so. */
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function* table({ symbols, counts }: Vocabulary): Generator<string> {
  yield 'symbol\tid\tcount\n';
  for (const [id, symbol] of symbols.entries())
    yield `${symbol.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign])}\t${id}\t${counts[id]}\n`;
}

/** The symbols with number and count: a table, or the vocabulary.json of a model. */
export const vocabulary: ModelFormat = {
  async write({ vocabulary, control: { signal } }, place, ending) {
    const lines = ending === '.json' ? [`${JSON.stringify(vocabulary)}\n`] : table(vocabulary);
    await writeLines(place, lines, signal);
  },
};
