import type { Corpus, CorpusStatistics } from '../../contract/corpus.ts';
import { packedFormat } from '../../contract/document.ts';
import type { Host } from '../host.ts';
import { onOneLine, visibleSymbol } from '../output/plain-text.ts';
import { documentFacts, findingFacts } from './preparation-facts.ts';
import { doubtFacts } from './doubt-facts.ts';
import { sourceFacts } from './source-facts.ts';
import { factLines, tableLines, titled, type NamedColumn } from '../output/table.ts';
import { cut } from '../output/text-width.ts';

const TOP = 12;
const REPEATS = 5;
/** shares of the text whose vocabulary sizes say enough about the rest */
const SHARES = [0.5, 0.8, 0.9, 0.95, 0.99, 1];

const SIZES: NamedColumn[] = [
  { name: 'vocabulary', align: 'right' },
  { name: 'covers', align: 'right' },
  { name: 'leftOut', align: 'right' },
];
const FREQUENT: NamedColumn[] = [
  { name: 'id', align: 'right' },
  { name: 'symbol', maximum: 30 },
  { name: 'count', align: 'right' },
  { name: 'share', align: 'right' },
];
const CEILINGS: NamedColumn[] = [
  { name: 'preceding', align: 'right' },
  { name: 'best', align: 'right' },
];

function sizes({ grouped, percent }: Host['numbers'], { coverage, symbols }: CorpusStatistics): string[][] {
  const rows = SHARES.flatMap((share) => {
    const point = coverage.find(([, covered]) => covered >= share - 1e-9);
    return point === undefined ? [] : [[grouped(point[0]), percent(point[1]), grouped(symbols * (1 - point[1]))]];
  });
  return rows.filter((row, index) => row[0] !== rows[index + 1]?.[0]);
}

function frequent({ grouped, percent }: Host['numbers'], { top, symbols }: CorpusStatistics): string[][] {
  return top
    .slice(0, TOP)
    .map(({ symbol, count }, id) => [String(id), visibleSymbol(symbol), grouped(count), percent(count / symbols)]);
}

/** What a person should know of a text before training on it. */
export function textFacts(host: Host, corpus: Corpus, statistics: CorpusStatistics) {
  const { translator, numbers, terminal } = host;
  const { name, encoding, replaced, characters, lines, language } = corpus;
  const { tokenizer, symbols, distinct, singletons, sentenceLength, repeats, ceilings } = statistics;
  const size = { size: numbers.bytes(corpus.bytes), characters, lines };
  const count = numbers.decimal(sentenceLength, 1);
  const cutting = statistics.lowercase ? translator.text('textFacts.lowerCase', { tokenizer }) : tokenizer;
  const read = replaced > 0 ? translator.text('textFacts.unreadable', { encoding, count: replaced }) : encoding;
  const facts: [string, string][] = [
    [translator.text('facts.text'), name],
    [translator.text('facts.size'), translator.text('textFacts.size', size)],
    ...documentFacts(host, corpus.document),
    ...(corpus.sources === undefined && !packedFormat(corpus.document)
      ? [[translator.text('facts.encoding'), read] as [string, string]]
      : []),
    ...doubtFacts(host, corpus.doubt),
    ...sourceFacts(host, corpus, { findings: true }),
    ...findingFacts(host, corpus),
    [translator.text('facts.language'), language],
    [translator.text('facts.tokenizer'), cutting],
    [translator.text('facts.symbols'), numbers.grouped(symbols)],
    [translator.text('facts.distinct'), translator.text('textFacts.distinct', { distinct, once: singletons })],
    [translator.text('facts.sentence'), translator.text('textFacts.sentence', { count })],
  ];
  const best = ceilings.map((ceiling, index) => [String(index + 1), numbers.percent(ceiling)]);
  const table = (columns: readonly NamedColumn[], rows: readonly string[][]) =>
    tableLines(titled(columns, translator), rows);
  const repeated = repeats.slice(0, REPEATS).map(({ text, length, count: times }) => {
    const shown = translator.text('textFacts.repeat', { times, length, text: onOneLine(text).trim() });
    return cut(shown, terminal.columns);
  });
  return [
    ...factLines(facts),
    ...['', translator.text('textFacts.frequent'), ...table(FREQUENT, frequent(numbers, statistics))],
    // subwords are learnt anew for each size, and cover the text with any
    ...(statistics.tokenizer === 'subwords'
      ? []
      : ['', translator.text('textFacts.coverage'), ...table(SIZES, sizes(numbers, statistics))]),
    ...['', translator.text('textFacts.ceilings'), ...table(CEILINGS, best)],
    ...(repeated.length === 0 ? [] : ['', translator.text('textFacts.repeats'), ...repeated]),
  ];
}
