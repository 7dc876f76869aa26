import type { StorySymbol } from '../../contract/story.ts';
import { Storyteller } from '../../engine/generation/storyteller.ts';
import { Stopped, type Job } from '../job.ts';
import { throttled } from '../throttle.ts';
import { warmNetwork } from '../models/warm-model.ts';

/** Tells a story; symbols go out as they come, gathered ten times a second. */
export const tell: Job<'tell'> = async ({ model: folder, prompt, continuation, sampling }, context) => {
  const loaded = await warmNetwork(folder);
  let gathered: StorySymbol[] = [];
  const out = throttled(() => {
    const symbols = gathered;
    gathered = [];
    context.tell({ type: 'symbols', symbols });
  });
  const told = await new Storyteller(loaded).tell(prompt, sampling, {
    continuation,
    signal: context.signal,
    onSymbol(symbol) {
      gathered.push(symbol);
      out.take(undefined);
    },
  });
  out.flush();
  if (told.ended === 'cancelled') throw new Stopped();
  const { symbols, text, symbolsPerSecond } = told;
  return { model: loaded.card.id, prompt, sampling, symbols, text, symbolsPerSecond };
};
