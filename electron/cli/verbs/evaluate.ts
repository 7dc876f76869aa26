import { basename } from 'node:path';
import { packedFormat } from '../../contract/document.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { readingOfOne } from '../chosen-columns.ts';
import { findModel, type FoundModel } from '../find-model.ts';
import type { Host } from '../host.ts';
import { measureFiles, overFiles, type Figures, type Measured } from '../measured-files.ts';
import { missingFile } from '../named-path.ts';
import { factLines } from '../output/table.ts';
import { givenReading, readingFlags } from '../flags/reading-flags.ts';
import { documentFacts, preparedFacts } from '../inspection/preparation-facts.ts';
import { doubtFacts } from '../inspection/doubt-facts.ts';
import { areSeveral, textFiles } from '../text-files.ts';
import type { Verb, VerbOptions } from '../verb.ts';

type Fact = [name: string, value: string];

/** Why bits per character are not told. */
const bitsReason = { unknown: 'modelFacts.bitsWithoutUnknown', letters: 'modelFacts.bitsWithoutLetters' } as const;

function measuredFacts(
  { translator, numbers }: Host,
  { symbols, predictions, unknown, loss, accuracy, perplexity, bitsPerCharacter, bitsMissing }: Figures,
): Fact[] {
  const facts: Fact[] = [
    [translator.text('facts.loss'), translator.text('modelFacts.loss', { loss: numbers.decimal(loss, 4) })],
    [translator.text('facts.perplexity'), numbers.decimal(perplexity, 2)],
    [
      translator.text('facts.bitsPerCharacter'),
      bitsMissing ? translator.text(bitsReason[bitsMissing], { unknown }) : numbers.decimal(bitsPerCharacter, 3),
    ],
    [
      translator.text('facts.accuracy'),
      translator.text('modelFacts.accuracy', { share: numbers.percent(accuracy, 2), count: predictions }),
    ],
    [translator.text('facts.unknown'), translator.text('modelFacts.unknown', { unknown, count: symbols })],
  ];
  return unknown > 0 ? facts : facts.slice(0, -1);
}

function tell(host: Host, facts: readonly Fact[]): void {
  for (const line of factLines(facts)) host.terminal.line(line);
}

/** How one of several files was read, and how well the model tells it on. */
function fileFacts(host: Host, file: Measured & { name: string }, index: number): Fact[] {
  const { translator, numbers } = host;
  const { name, loss } = file;
  const encoding = packedFormat(file.document) ?? file.encoding;
  const told = { name, encoding, loss: terminalMessage('modelFacts.loss', { loss: numbers.decimal(loss, 4) }) };
  return [
    [translator.text('facts.source', { index: index + 1 }), translator.text('modelFacts.file', told)],
    ...doubtFacts(host, file.doubt),
    ...preparedFacts(host, file.preparation),
  ];
}

/** Several files, each by itself: no prediction reaches from one into the next. */
async function evaluateFiles(host: Host, model: FoundModel, texts: readonly string[], options: VerbOptions) {
  const { translator } = host;
  const files = await textFiles(host, texts);
  const { measured, refused } = await measureFiles(host, model.path, files, givenReading(options));
  const all = overFiles(measured);
  if (host.options.json)
    return host.json({ type: 'evaluation', model: model.id, ...all, sources: measured, passedOver: refused });
  tell(host, [
    ...measured.flatMap((file, index) => fileFacts(host, file, index)),
    ...refused.map(({ name, error }): Fact => {
      const reason = translator.error(error).message;
      return [translator.text('facts.passedOver'), translator.text('textFacts.passedOver', { name, reason })];
    }),
    ...measuredFacts(host, all),
  ]);
}

/** How well a model tells a text on. */
export const evaluate: Verb = {
  name: 'evaluate',
  arguments: [
    { name: 'model', help: terminalMessage('given.model') },
    { name: 'text', several: true, help: terminalMessage('given.text') },
  ],
  flags: readingFlags('text'),
  examples: ['aesop evaluate fable-1 fable.txt', 'aesop evaluate fable-1 chapters/'],
  async run(host, [asked, ...given], options) {
    const texts = given.filter((text) => text !== undefined);
    const model = await findModel(host, asked!);
    if (await areSeveral(texts)) return evaluateFiles(host, model, texts, options);
    const [text] = texts;
    const path = await host.textFile(text);
    if (path === undefined) throw missingFile(text);
    const name = basename(path);
    const input = { model: model.path, path, name, ...readingOfOne({ name, path }, givenReading(options)) };
    const measured = await host.job('evaluate', input, 'measuring');
    if (host.options.json) return host.json({ type: 'evaluation', model: model.id, text: name, ...measured });
    tell(host, [
      ...documentFacts(host, measured.document),
      ...(packedFormat(measured.document) ? [] : [[host.translator.text('facts.encoding'), measured.encoding] as Fact]),
      ...doubtFacts(host, measured.doubt),
      ...preparedFacts(host, measured.preparation),
      ...measuredFacts(host, measured),
    ]);
  },
};
