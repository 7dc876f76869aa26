import { AesopError, toPlainError } from '../../electron/contract/errors.ts';
import { defaultSettings, type Settings } from '../../electron/contract/machine.ts';
import { samplingSchema, type StorySymbol, type ToldStory } from '../../electron/contract/story.ts';
import type { WireEvent, WireInput, WireOutput, WireRequestName, WireResult } from '../../electron/contract/wire.ts';
import { Storyteller, type StorytellerParts } from '../../electron/engine/generation/storyteller.ts';
import { promptSymbols } from '../../electron/engine/text/prompts/prompt.ts';
import type { Transport } from '../lib/transport.ts';

/** Milliseconds between symbols that are shown. */
const PACE = 60;
/** of the one kind of job there is */
const KIND = 'tell';

type Verbs = { [N in WireRequestName]?: (input: WireInput<N>) => WireOutput<N> };

/** The few verbs of the studio that a page without one asks for, done in the page itself. */
export function localTransport(model: { readonly parts: StorytellerParts | undefined }): Transport {
  let tell: (event: WireEvent) => void = () => {};
  let settings: Settings = defaultSettings;
  let jobs = 0;
  const under = new Map<string, AbortController>();

  function parts(): StorytellerParts {
    if (!model.parts) throw new AesopError('page-damaged');
    return model.parts;
  }

  async function tellStory(job: string, input: WireInput<'stories.tell'>, signal: AbortSignal): Promise<void> {
    const { model: id, prompt, continuation } = input;
    const sampling = samplingSchema.parse(input.sampling);
    let gathered: StorySymbol[] = [];
    let shown = performance.now();
    const show = () => {
      shown = performance.now();
      if (gathered.length) tell({ event: 'stories.symbols', payload: { job, symbols: gathered } });
      gathered = [];
    };
    try {
      const onSymbol = (symbol: StorySymbol) => {
        gathered.push(symbol);
        if (performance.now() - shown >= PACE) show();
      };
      const told = await new Storyteller(parts()).tell(prompt, sampling, { continuation, signal, onSymbol });
      show();
      if (told.ended === 'cancelled') return tell({ event: 'job.stopped', payload: { job, kind: KIND } });
      const { symbols, text, symbolsPerSecond } = told;
      const result: ToldStory = { model: id, prompt, sampling, symbols, text, symbolsPerSecond };
      tell({ event: 'job.done', payload: { job, kind: KIND, result } });
    } catch (thrown) {
      show();
      tell({ event: 'job.failed', payload: { job, kind: KIND, error: toPlainError(thrown) } });
    } finally {
      under.delete(job);
    }
  }

  const verbs: Verbs = {
    'settings.set': (change) => (settings = { ...settings, ...change }),
    'stories.prompt': ({ text }) => {
      const { tokenizer, vocabulary } = parts();
      return { symbols: promptSymbols(text, tokenizer, vocabulary) };
    },
    'stories.tell': (input) => {
      const job = String(++jobs);
      const abort = new AbortController();
      under.set(job, abort);
      void tellStory(job, input, abort.signal);
      return { job };
    },
    'jobs.cancel': ({ job }) => {
      under.get(job)?.abort();
      return {};
    },
  };

  return {
    async request(name, input): Promise<WireResult> {
      try {
        const verb = verbs[name] as ((input: unknown) => unknown) | undefined;
        if (!verb) throw new AesopError('internal', {}, name);
        return { ok: true, output: verb(input) };
      } catch (thrown) {
        return { ok: false, error: toPlainError(thrown) };
      }
    },
    grant: () => Promise.resolve({ ok: false, error: toPlainError(new AesopError('internal')) }),
    download: () => null,
    start(listener) {
      tell = (event) => listener.event(event);
      listener.link('up');
    },
    stop: () => (tell = () => {}),
  };
}
