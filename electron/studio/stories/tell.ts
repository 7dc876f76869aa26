import { performance } from 'node:perf_hooks';
import { AesopError } from '../../contract/errors.ts';
import { storyTextOf } from '../../contract/story-opening.ts';
import { chosenInstead, type Story, type StorySymbol, type ToldStory } from '../../contract/story.ts';
import type { RequestValue } from '../../contract/studio.ts';
import type { Context } from '../context.ts';
import { JobStopped, type JobControl } from '../jobs/jobs.ts';
import { modelFolder } from '../models/model-folder.ts';
import { forgetOldest, remember } from './history.ts';

type Asked = RequestValue<'stories.tell'>;

/** What a helper's death says is worded for any job; a story that broke off can be told on. */
function worded(thrown: unknown): unknown {
  const died = thrown instanceof AesopError && thrown.code === 'helper-died';
  return died ? new AesopError('teller-died', { reason: thrown.values.reason }, thrown.detail) : thrown;
}

/** Symbols told already, with their chances as far as they stand in the story that they are of. */
function keptSymbols(texts: readonly string[], story: Story | undefined): StorySymbol[] {
  const known = story?.symbols ?? [];
  const same = texts.findIndex((text, at) => known[at]?.text !== text);
  return texts.map((text, at) => {
    if (same < 0 || at < same) return known[at];
    const chosen = at === same ? known[at]?.runnersUp.find((other) => other.text === text) : undefined;
    return chosen ? chosenInstead(known[at], chosen) : { id: -1, text, probability: 1, runnersUp: [] };
  });
}

/** A telling that has begun: what comes of it is written down however it ends. */
class Telling {
  readonly #context: Context;
  readonly #asked: Asked;
  readonly #began = performance.now();
  readonly #symbols: StorySymbol[] = [];

  constructor(context: Context, asked: Asked) {
    this.#context = context;
    this.#asked = asked;
  }

  /** @throws JobStopped, AesopError as the worker's job, `teller-died`, `disk-full`, `no-permission` */
  async run(model: string, { id: job, signal }: JobControl): Promise<ToldStory> {
    const { models, events, log } = this.#context;
    const { prompt, continuation, sampling } = this.#asked;
    const ending = await models
      .run(
        'tell',
        { model, prompt, continuation, sampling },
        {
          signal,
          report: (message) => {
            if (message.type !== 'symbols') return;
            this.#symbols.push(...message.symbols);
            events.emit('stories.symbols', { job, symbols: message.symbols });
          },
        },
      )
      .catch(async (thrown: unknown) => {
        await this.#write(job).catch((error: unknown) => log.failure('stories.tell', error, 'warning'));
        throw worded(thrown);
      });
    await this.#write(job, ending.type === 'done' ? ending.result : undefined);
    if (ending.type === 'stopped') throw new JobStopped();
    return ending.result;
  }

  /** @param told the whole of it; as far as it was heard where it is left out */
  async #write(job: string, told?: ToldStory): Promise<void> {
    const { from } = this.#asked;
    if (!told && this.#symbols.length === 0) return;
    const { id } = await remember(this.#context, told ?? (await this.#soFar()), from);
    this.#context.events.emit('stories.told', { job, id });
    await forgetOldest(this.#context);
  }

  async #soFar(): Promise<ToldStory> {
    const { workspace } = this.#context;
    const { model, prompt, continuation = [], from, sampling } = this.#asked;
    const before = from === undefined ? undefined : await workspace.stories.read(from).catch(() => undefined);
    const symbols = [...keptSymbols(continuation, before), ...this.#symbols];
    const { hyperparameters } = await workspace.models.read(model);
    const text = storyTextOf(prompt, symbols, hyperparameters.tokenizer);
    const seconds = Math.max((performance.now() - this.#began) / 1000, 1e-3);
    return { model, prompt, sampling, symbols, text, symbolsPerSecond: this.#symbols.length / seconds };
  }
}

/** Begins to tell. @returns the job, which ends with the `ToldStory` @throws AesopError `model-missing` */
export async function tell(context: Context, asked: Asked): Promise<string> {
  const model = await modelFolder(context, asked.model);
  return context.jobs.start('tell', asked.model, (control) => new Telling(context, asked).run(model, control));
}
