import { HYPERPARAMETERS } from '../../contract/hyperparameter-table.ts';
import { flagName, hyperparameterNames } from '../../contract/hyperparameters.ts';
import type { ModelCard } from '../../contract/model.ts';
import { decimal, duration, grouped, localDate, percent } from '../output/numbers.ts';
import { factLines } from '../output/table.ts';

/** A model's card for a person: where it comes from, how good it is, how it was made. */
export function modelFacts(card: ModelCard, path: string): string[] {
  const { accuracy, loss, perplexity, validationLoss, validationPerplexity } = card.metrics;
  const facts: [string, string][] = [
    ['model', `${card.id} (${card.name})`],
    ['folder', path],
    ['text', `${card.corpus.name}, ${grouped(card.corpus.symbols)} symbols, ${card.corpus.language}`],
    ['sha256', card.corpus.sha256],
    ['network', `${grouped(card.parameters)} parameters over ${grouped(card.vocabularySize)} symbols`],
    ['training', `${grouped(card.step)} steps in ${duration(card.seconds)} with ${card.engine}`],
    ['accuracy', percent(accuracy)],
    ['loss', `${decimal(loss, 4)}, perplexity ${decimal(perplexity, 2)}`],
  ];
  if (validationLoss !== undefined)
    facts.push(['validation', `${decimal(validationLoss, 4)}, perplexity ${decimal(validationPerplexity, 2)}`]);
  facts.push(['prompt', card.prompt], ['made', localDate(card.createdAt)]);
  const settings = hyperparameterNames.map((name): [string, string] => {
    const value = card.hyperparameters[name];
    return [`--${flagName(name)}`, value === HYPERPARAMETERS[name].default ? String(value) : `${value}  *`];
  });
  return [...factLines(facts), '', 'Settings (* differs from the default)', ...factLines(settings, '  ')];
}
