import type { Corpus } from '../../contract/corpus.ts';
import type { PreparedStep } from '../../contract/preparation.ts';
import { documentSentence } from '../../advice/document.ts';
import { findingsNote, findingSentence } from '../../advice/preparation.ts';
import type { Host } from '../host.ts';

type Fact = [name: string, value: string];

/** What the file is, where it is no plain text. */
export function documentFacts({ translator }: Host, document: Corpus['document']): Fact[] {
  const sentence = documentSentence(document);
  return sentence === undefined ? [] : [[translator.text('facts.document'), translator.say(sentence)]];
}

/** What a step is called, and what was found for it. */
const told = ({ translator }: Host, step: PreparedStep) => ({
  what: translator.text(`preparationLabel.${step.step}`),
  finding: translator.say(findingSentence(step)),
});

/** What was done to a text before it is learnt. */
export function preparedFacts(host: Host, steps: readonly PreparedStep[] = []): Fact[] {
  const { translator } = host;
  return steps
    .filter(({ done }) => done)
    .map((step) => [translator.text('facts.prepared'), translator.text('textFacts.step', told(host, step))]);
}

/** What was found in a text or in one of its files, and the flag by which it is done, or not. */
export function stepFacts(host: Host, steps: readonly PreparedStep[] = []): Fact[] {
  const { translator } = host;
  return steps.map((step): Fact => {
    const flag = `--${step.done ? 'no-' : ''}prepare ${step.step}`;
    const name = translator.text(step.done ? 'facts.prepared' : 'facts.found');
    return [name, translator.text('textFacts.stepChoice', { ...told(host, step), flag })];
  });
}

/** All that was found in a text. */
export function findingFacts(host: Host, corpus: Corpus): Fact[] {
  const note = findingsNote(corpus);
  const facts = stepFacts(host, corpus.preparation);
  return note === undefined ? facts : [...facts, ['', host.translator.say(note)]];
}
