import { omittedSentence } from '../../advice/document.ts';
import type { Corpus, Source } from '../../contract/corpus.ts';
import { packedFormat } from '../../contract/document.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Host } from '../host.ts';
import { doubtFacts } from './doubt-facts.ts';
import { stepFacts } from './preparation-facts.ts';

type Fact = [name: string, value: string];

/** With the column of a table that its text is, where it might have been another. */
function columnTold({ translator }: Host, { column, columns = [] }: Source, source: string): string {
  if (column === undefined || columns.length === 1) return source;
  const name = columns[column - 1]?.name || `${column}`;
  return translator.text('textFacts.sourceColumn', { source, column: name });
}

function sourceText(host: Host, source: Source, share: number, findings: boolean): string {
  const { translator, numbers } = host;
  const { name, bytes, replaced, omitted, preparation } = source;
  const encoding = packedFormat(source) ?? source.encoding;
  const read = replaced > 0 ? terminalMessage('textFacts.unreadable', { encoding, count: replaced }) : encoding;
  const told = { name, size: numbers.bytes(bytes), encoding: read, share: numbers.percent(share) };
  const leftOut = omittedSentence(omitted);
  const whole = columnTold(host, source, translator.text('textFacts.source', told));
  const plain = leftOut ? translator.text('documentFound.without', { what: whole, omitted: leftOut }) : whole;
  const done = preparation.filter((step) => step.done);
  if (findings || done.length === 0) return plain;
  const steps = done
    .map(({ step }) => translator.text(`preparationLabel.${step}`))
    .join(translator.text('textFacts.comma'));
  return translator.text('textFacts.sourcePrepared', { source: plain, steps });
}

/**
 * The files that a text is made of, in their order, and those that were passed over.
 * @param most of either; the rest is counted
 * @param findings whether all is told that was found in each, not only what was done
 */
export function sourceFacts(
  host: Host,
  { sources = [], refused = [], characters }: Corpus,
  { most = Infinity, findings = false } = {},
): Fact[] {
  const { translator } = host;
  const rest = (count: number): Fact[] =>
    count > most ? [['', translator.text('textFacts.moreFiles', { count: count - most })]] : [];
  return [
    ...sources
      .slice(0, most)
      .flatMap((source, index): Fact[] => [
        [
          translator.text('facts.source', { index: index + 1 }),
          sourceText(host, source, source.characters / characters, findings),
        ],
        ...doubtFacts(host, source.doubt),
        ...(findings ? stepFacts(host, source.preparation) : []),
      ]),
    ...rest(sources.length),
    ...refused.slice(0, most).map(({ name, error }): Fact => {
      const reason = translator.error(error).message;
      return [translator.text('facts.passedOver'), translator.text('textFacts.passedOver', { name, reason })];
    }),
    ...rest(refused.length),
  ];
}
