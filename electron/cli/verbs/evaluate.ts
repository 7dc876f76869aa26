import { basename } from 'node:path';
import { terminalMessage } from '../../messages/terminal.ts';
import { findModel } from '../find-model.ts';
import { missingFile } from '../named-path.ts';
import { factLines } from '../output/table.ts';
import { givenReading, readingFlags } from '../flags/reading-flags.ts';
import { preparedFacts } from '../inspection/preparation-facts.ts';
import { doubtFacts } from '../inspection/doubt-facts.ts';
import type { Verb } from '../verb.ts';

/** How well a model tells a text on. */
export const evaluate: Verb = {
  name: 'evaluate',
  arguments: [
    { name: 'model', help: terminalMessage('given.model') },
    { name: 'text', help: terminalMessage('given.text') },
  ],
  flags: readingFlags('text'),
  examples: ['aesop evaluate fable-1 fable.txt'],
  async run(host, [asked, text], options) {
    const model = await findModel(host, asked!);
    const path = await host.textFile(text!);
    if (path === undefined) throw missingFile(text!);
    const name = basename(path);
    const measured = await host.job(
      'evaluate',
      { model: model.path, path, name, ...givenReading(options) },
      'measuring',
    );
    const {
      encoding,
      doubt,
      preparation,
      symbols,
      predictions,
      unknown,
      loss,
      accuracy,
      perplexity,
      bitsPerCharacter,
    } = measured;
    if (host.options.json) return host.json({ type: 'evaluation', model: model.id, text: name, ...measured });
    const { translator, numbers } = host;
    const facts: [string, string][] = [
      [translator.text('facts.encoding'), encoding],
      ...doubtFacts(host, doubt),
      ...preparedFacts(host, preparation),
      [translator.text('facts.loss'), translator.text('modelFacts.loss', { loss: numbers.decimal(loss, 4) })],
      [translator.text('facts.perplexity'), numbers.decimal(perplexity, 2)],
      [translator.text('facts.bitsPerCharacter'), numbers.decimal(bitsPerCharacter, 3)],
      [
        translator.text('facts.accuracy'),
        translator.text('modelFacts.accuracy', { share: numbers.percent(accuracy, 2), count: predictions }),
      ],
      [translator.text('facts.unknown'), translator.text('modelFacts.unknown', { unknown, count: symbols })],
    ];
    for (const line of factLines(unknown > 0 ? facts : facts.slice(0, -1))) host.terminal.line(line);
  },
};
