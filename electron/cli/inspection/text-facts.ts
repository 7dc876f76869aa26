import type { Corpus, CorpusStatistics } from '../../contract/corpus.ts';
import { bytes, grouped, percent } from '../output/numbers.ts';
import { onOneLine, visibleSymbol } from '../output/plain-text.ts';
import { factLines, tableLines } from '../output/table.ts';
import { cut } from '../output/text-width.ts';

const TOP = 12;
const REPEATS = 5;
/** shares of the text whose vocabulary sizes say enough about the rest */
const SHARES = [0.5, 0.8, 0.9, 0.95, 0.99, 1];

function sizes({ coverage, symbols }: CorpusStatistics): string[] {
  const rows = SHARES.flatMap((share) => {
    const point = coverage.find(([, covered]) => covered >= share - 1e-9);
    return point === undefined ? [] : [[grouped(point[0]), percent(point[1]), grouped(symbols * (1 - point[1]))]];
  });
  const distinct = rows.filter((row, index) => row[0] !== rows[index + 1]?.[0]);
  return tableLines(
    [
      { title: 'vocabulary', align: 'right' },
      { title: 'covers', align: 'right' },
      { title: 'symbols left out', align: 'right' },
    ],
    distinct,
  );
}

function top({ top: symbols, symbols: total }: CorpusStatistics): string[] {
  const rows = symbols
    .slice(0, TOP)
    .map(({ symbol, count }, id) => [String(id), visibleSymbol(symbol), grouped(count), percent(count / total)]);
  return tableLines(
    [
      { title: 'id', align: 'right' },
      { title: 'symbol', maximum: 30 },
      { title: 'count', align: 'right' },
      { title: 'share', align: 'right' },
    ],
    rows,
  );
}

/** What a person should know of a text before training on it. */
export function textFacts(corpus: Corpus, statistics: CorpusStatistics, columns: number): string[] {
  const { name, bytes: size, encoding, replaced, characters, lines, language } = corpus;
  const { tokenizer, lowercase, symbols, distinct, singletons, sentenceLength, repeats, ceilings } = statistics;
  const trouble = replaced > 0 ? `, ${grouped(replaced)} bytes could not be read` : '';
  const facts: [string, string][] = [
    ['text', name],
    ['size', `${bytes(size)}, ${grouped(characters)} characters, ${grouped(lines)} lines`],
    ['encoding', `${encoding}${trouble}`],
    ['language', language],
    ['tokenizer', `${tokenizer}${lowercase ? ', lower case' : ''}`],
    ['symbols', grouped(symbols)],
    ['distinct', `${grouped(distinct)}, ${grouped(singletons)} of them once`],
    ['sentence', `${sentenceLength.toFixed(1)} symbols on average`],
  ];
  const best = ceilings.map((ceiling, index) => [String(index + 1), percent(ceiling)]);
  const preceding = [
    { title: 'preceding symbols', align: 'right' as const },
    { title: 'best possible accuracy', align: 'right' as const },
  ];
  const repeated = repeats
    .slice(0, REPEATS)
    .map(({ text, length, count }) => `${count} times, ${length} symbols: ${onOneLine(text).trim()}`);
  return [
    ...factLines(facts),
    ...['', 'Most frequent symbols', ...top(statistics)],
    ...['', 'How much of the text a vocabulary covers', ...sizes(statistics)],
    ...['', 'How well any model can do', ...tableLines(preceding, best)],
    ...(repeated.length === 0 ? [] : ['', 'Longest repeats', ...repeated.map((line) => cut(line, columns))]),
  ];
}
