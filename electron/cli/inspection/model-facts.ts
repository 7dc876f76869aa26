import { engineMessage } from '../../contract/engine-label.ts';
import { HYPERPARAMETERS } from '../../contract/hyperparameter-table.ts';
import { flagName, hyperparameterNames } from '../../contract/hyperparameters.ts';
import type { ModelCard } from '../../contract/model.ts';
import type { Host } from '../host.ts';
import { withPerplexity } from '../output/with-perplexity.ts';
import { factLines } from '../output/table.ts';

/** A model's card for a person: where it comes from, how good it is, how it was made. */
export function modelFacts(host: Host, card: ModelCard, path: string): string[] {
  const { translator, numbers } = host;
  const { corpus, parameters, vocabularySize, engine } = card;
  const { accuracy, loss, perplexity, bitsPerCharacter, validationLoss } = card.metrics;
  const { validationPerplexity, validationBitsPerCharacter } = card.metrics;
  const { date, decimal, duration, percent } = numbers;
  const [name, symbols, language] = [corpus.name, corpus.symbols, corpus.language];
  const made = { steps: card.step, time: duration(card.seconds), engine: translator.say(engineMessage(engine)) };
  const facts: [string, string][] = [
    [translator.text('facts.model'), translator.text('modelFacts.model', { id: card.id, name: card.name })],
    [translator.text('facts.folder'), path],
    [translator.text('facts.text'), translator.text('modelFacts.text', { name, symbols, language })],
    ...(corpus.sources ?? []).map((source, index): [string, string] => [
      translator.text('facts.source', { index: index + 1 }),
      source,
    ]),
    ['sha256', corpus.sha256],
    [translator.text('facts.network'), translator.text('plan.network', { parameters, symbols: vocabularySize })],
    [translator.text('facts.training'), translator.text('modelFacts.training', made)],
    [translator.text('facts.accuracy'), percent(accuracy)],
    [translator.text('facts.loss'), withPerplexity(host, decimal(loss, 4), perplexity, bitsPerCharacter)],
  ];
  if (validationLoss !== undefined)
    facts.push([
      translator.text('facts.validation'),
      withPerplexity(host, decimal(validationLoss, 4), validationPerplexity, validationBitsPerCharacter),
    ]);
  facts.push([translator.text('facts.prompt'), card.prompt], [translator.text('facts.made'), date(card.createdAt)]);
  const settings = hyperparameterNames.map((name): [string, string] => {
    const value = card.hyperparameters[name];
    return [`--${flagName(name)}`, value === HYPERPARAMETERS[name].default ? String(value) : `${value}  *`];
  });
  return [...factLines(facts), '', translator.text('modelFacts.settings'), ...factLines(settings, '  ')];
}
