import { storyFigures } from '../advice/story-figures.ts';
import type { ModelCard } from '../contract/model.ts';
import type { Sampling, ToldStory } from '../contract/story.ts';
import type { FoundModel } from './find-model.ts';
import { sayReadings, standInsAmong } from './first-line.ts';
import type { Host } from './host.ts';
import { bold, dim } from './output/styled.ts';
import { tellStory } from './tell-story.ts';

/** A model that tells, and what it is. */
export interface Teller extends FoundModel {
  readonly card: ModelCard;
}

/** How a model took its own story, as the page shows it beside those of others. */
function sayFigures(host: Host, { card }: Teller, story: ToldStory): void {
  const figures = storyFigures(story.symbols, card.hyperparameters.tokenizer);
  if (!figures || host.options.json || host.options.quiet) return;
  const [perplexity, bits] = [
    host.numbers.decimal(figures.perplexity, 2),
    host.numbers.decimal(figures.bitsPerCharacter, 3),
  ];
  host.terminal.note(dim(host.translator.text('ending.ownStory', { perplexity, bits })));
}

/**
 * Has each tell the same line in its turn, with the same seed, every story below the name of who tells it. Of the
 * stand-ins each takes those whose words it does not know.
 * @throws what the first of them failed with, once the others have told
 */
export async function tellBeside(
  host: Host,
  tellers: readonly Teller[],
  prompt: string,
  sampling: Sampling,
): Promise<void> {
  const { terminal, options, translator } = host;
  const failures: unknown[] = [];
  for (const [at, teller] of tellers.entries()) {
    const { id, path, card } = teller;
    if (options.json) host.json({ type: 'teller', model: id, name: card.name });
    else {
      if (at > 0) terminal.line();
      terminal.line(bold(translator.text('ending.teller', { name: card.name, id })));
    }
    try {
      const own = { ...sampling, standIns: await standInsAmong(host, path, prompt, sampling) };
      const story = await tellStory(host, teller, card.hyperparameters.tokenizer, prompt, own);
      await sayReadings(host, path, prompt, own);
      sayFigures(host, teller, story);
    } catch (thrown) {
      if (host.interruptions.count > 0) throw thrown;
      failures.push(thrown);
    }
  }
  if (failures.length > 0) throw failures[0];
}
