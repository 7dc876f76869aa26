import type { Corpus } from '../../contract/corpus.ts';
import { engineMessage } from '../../contract/engine-label.ts';
import { isTold } from '../../contract/hyperparameter-use.ts';
import { HYPERPARAMETERS } from '../../contract/hyperparameter-table.ts';
import { flagName, hyperparameterNames } from '../../contract/hyperparameters.ts';
import { learntFrom, type Learnt } from '../../contract/learnt.ts';
import type { ModelCard } from '../../contract/model.ts';
import type { Host } from '../host.ts';
import { withPerplexity } from '../output/with-perplexity.ts';
import { factLines } from '../output/table.ts';

type Facts = [string, string][];

/** Of a model out of another program's file: which, and how its symbols were read. */
export function originFacts(
  { translator }: Host,
  { origin, vocabularySize: symbols, hyperparameters }: ModelCard,
): Facts {
  if (!origin) return [];
  const { tokenizer, lowercase } = hyperparameters;
  const format = translator.text(`exportLabel.${origin.format}`);
  const cut = translator.text(`choices.${tokenizer}`);
  const said = {
    read: translator.text(`origin.${origin.form}`, { file: origin.vocabulary, symbols }),
    cut: lowercase ? translator.text('textFacts.lowerCase', { tokenizer: cut }) : cut,
  };
  return [
    [translator.text('facts.origin'), translator.text('origin.from', { file: origin.file, format })],
    [translator.text('facts.vocabulary'), translator.text('modelFacts.vocabulary', said)],
  ];
}

/** The texts that may have been learnt from; undefined where those are of another workspace. */
type Texts = readonly Corpus[] | undefined;

/** A text by what is said of it, with that it is gone where it is. */
const there = ({ translator }: Host, text: string, learnt: Learnt, texts: Texts): string =>
  texts && !learntFrom(texts, learnt) ? translator.text('modelFacts.goneText', { text }) : text;

function textFacts(host: Host, corpus: ModelCard['corpus'], known: Texts): Facts {
  const { translator } = host;
  if (!corpus) return [[translator.text('facts.text'), translator.text('modelFacts.unknownText')]];
  const { name, symbols, language, sources = [], sha256 } = corpus;
  return [
    [
      translator.text('facts.text'),
      there(host, translator.text('modelFacts.text', { name, symbols, language }), corpus, known),
    ],
    ...sources.map((source, index): [string, string] => [
      translator.text('facts.source', { index: index + 1 }),
      source,
    ]),
    ['sha256', sha256],
  ];
}

function baseFacts(host: Host, base: ModelCard['base'], known: Texts): Facts {
  if (!base) return [];
  const { translator } = host;
  const { id, name, texts, more } = base;
  const unknown = texts.length === 0 ? 'modelFacts.unknownText' : more && 'modelFacts.othersUnknown';
  return [
    [translator.text('facts.base'), translator.text('modelFacts.model', { id, name })],
    ...texts.map((text, index): [string, string] => [
      translator.text('facts.earlier', { index: index + 1 }),
      there(host, text.name, text, known),
    ]),
    ...(unknown ? [[translator.text('facts.earlierTexts'), translator.text(unknown)] satisfies Facts[number]] : []),
  ];
}

function trainingFacts({ translator, numbers }: Host, { step, seconds, engine }: ModelCard): Facts {
  if (step === undefined || seconds === undefined || engine === undefined) return [];
  const made = { steps: step, time: numbers.duration(seconds), engine: translator.say(engineMessage(engine)) };
  return [[translator.text('facts.training'), translator.text('modelFacts.training', made)]];
}

/**
 * A model's card for a person: where it comes from, how good it is, how it was made.
 * @param known texts of its workspace
 */
export function modelFacts(host: Host, card: ModelCard, path: string, known: Texts): string[] {
  const { translator, numbers } = host;
  const { base, corpus, parameters, vocabularySize } = card;
  const { accuracy, loss, perplexity, bitsPerCharacter, validationLoss, sampled } = card.metrics;
  const { validationPerplexity, validationBitsPerCharacter } = card.metrics;
  const { date, decimal, percent } = numbers;
  const facts: Facts = [
    [translator.text('facts.model'), translator.text('modelFacts.model', { id: card.id, name: card.name })],
    [translator.text('facts.folder'), path],
    ...originFacts(host, card),
    ...textFacts(host, corpus, known),
    ...baseFacts(host, base, known),
    [translator.text('facts.network'), translator.text('plan.network', { parameters, symbols: vocabularySize })],
    ...trainingFacts(host, card),
  ];
  if (accuracy !== null) facts.push([translator.text('facts.accuracy'), percent(accuracy)]);
  if (loss !== null)
    facts.push([translator.text('facts.loss'), withPerplexity(host, decimal(loss, 4), perplexity, bitsPerCharacter)]);
  if (sampled !== undefined)
    facts.push([translator.text('facts.measured'), translator.text('counts.sampled', { count: sampled })]);
  if (validationLoss !== undefined)
    facts.push([
      translator.text('facts.validation'),
      withPerplexity(host, decimal(validationLoss, 4), validationPerplexity, validationBitsPerCharacter),
    ]);
  if (card.prompt) facts.push([translator.text('facts.prompt'), card.prompt]);
  facts.push([translator.text('facts.made'), date(card.createdAt)]);
  const told = hyperparameterNames.filter((name) => isTold(name, card));
  const settings = told.map((name): [string, string] => {
    const value = card.hyperparameters[name];
    return [`--${flagName(name)}`, value === HYPERPARAMETERS[name].default ? String(value) : `${value}  *`];
  });
  return [...factLines(facts), '', translator.text('modelFacts.settings'), ...factLines(settings, '  ')];
}
