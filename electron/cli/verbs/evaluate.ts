import { basename } from 'node:path';
import { findModel } from '../find-model.ts';
import { findFile, missingFile } from '../named-path.ts';
import { decimal, grouped, percent } from '../output/numbers.ts';
import { factLines } from '../output/table.ts';
import type { Verb } from '../verb.ts';

/** How well a model tells a text on. */
export const evaluate: Verb = {
  name: 'evaluate',
  arguments: [
    { usage: '<model>', help: 'The id of a model, or the path of its folder.' },
    { usage: '<text>', help: 'A text file.' },
  ],
  summary: 'Measure loss, perplexity and accuracy of a model on a text, over every position of it.',
  flags: [],
  examples: ['aesop evaluate fable-1 fable.txt'],
  async run(host, [asked, text], _options) {
    const model = await findModel(host, asked!);
    const path = await findFile(text!);
    if (path === undefined) throw missingFile(text!);
    const name = basename(path);
    const measured = await host.job('evaluate', { model: model.path, path, name }, 'measuring');
    const { symbols, predictions, unknown, loss, accuracy, perplexity } = measured;
    if (host.options.json) return host.json({ type: 'evaluation', model: model.id, text: name, ...measured });
    const facts: [string, string][] = [
      ['loss', `${decimal(loss, 4)} nats per symbol`],
      ['perplexity', decimal(perplexity, 2)],
      ['accuracy', `${percent(accuracy, 2)} of ${grouped(predictions)} predictions`],
      ['unknown', `${grouped(unknown)} of ${grouped(symbols)} symbols are not in the model's vocabulary`],
    ];
    for (const line of factLines(unknown > 0 ? facts : facts.slice(0, 3))) host.terminal.line(line);
  },
};
