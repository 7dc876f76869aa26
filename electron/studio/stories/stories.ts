import { join } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import type { ModelCard } from '../../contract/model.ts';
import { summaryOf, titleOf, type Story, type ToldStory } from '../../contract/story.ts';
import { newId } from '../../storage/records/ids.ts';
import type { Context } from '../context.ts';
import { resultOf } from '../jobs/jobs.ts';
import { listVerbs } from '../list-verbs.ts';
import { modelFolder } from '../models/model-folder.ts';
import { saveText } from './save-text.ts';
import type { Verbs } from '../verbs.ts';

/** Symbols from which on a stretch counts as copied. */
const COPIED_FROM = 6;

/** What a helper's death says is worded for any job; a story that broke off can be told on. */
function rethrowDeath(thrown: unknown): never {
  const died = thrown instanceof AesopError && thrown.code === 'helper-died';
  throw died ? new AesopError('teller-died', { reason: thrown.values.reason }, thrown.detail) : thrown;
}

function newStory(told: ToldStory, title: string): Story {
  return { ...told, id: newId(title, 'story'), title, keptAt: new Date().toISOString() };
}

/** The text that a model learnt from, by its id or, where it was imported anew, by its content. */
async function textOf({ workspace }: Context, { corpus }: ModelCard): Promise<string> {
  const { items } = await workspace.corpora.list();
  const found = items.find(({ id }) => id === corpus.id) ?? items.find(({ sha256 }) => sha256 === corpus.sha256);
  if (!found) throw new AesopError('corpus-missing', { id: corpus.name });
  return join(workspace.corpora.path(found.id), 'text.txt');
}

export function storyVerbs(context: Context): Verbs<'stories.'> {
  const { workspace, jobs, models, events } = context;
  const { stories } = workspace;
  const named = (story: Story, title: string) => ({ ...story, title });
  const list = listVerbs(events, 'stories', stories, named, summaryOf);
  return {
    async 'stories.prompt'({ model, text }) {
      return resultOf(await models.run('prompt', { model: await modelFolder(context, model), text }));
    },
    async 'stories.tell'({ model: id, prompt, continuation, sampling }) {
      const model = await modelFolder(context, id);
      const job = jobs.start('tell', id, async (control) => {
        const telling = models.run(
          'tell',
          { model, prompt, continuation, sampling },
          {
            signal: control.signal,
            report(message) {
              if (message.type === 'symbols')
                events.emit('stories.symbols', { job: control.id, symbols: message.symbols });
            },
          },
        );
        return resultOf(await telling.catch(rethrowDeath));
      });
      return { job };
    },
    async 'stories.copied'({ model: id, symbols }) {
      const model = await modelFolder(context, id);
      const text = await textOf(context, await workspace.models.read(id));
      return resultOf(await models.run('copied', { model, text, symbols, minimum: COPIED_FROM }));
    },
    'stories.read': ({ id }) => stories.read(id),
    async 'stories.keep'({ title, story }) {
      const kept = newStory(story, title ?? (titleOf(story.text) || 'Story'));
      return events.changed('stories', summaryOf(await stories.write(kept)));
    },
    'stories.save': (input) => saveText(context, input),
    'stories.rename': list.rename,
    'stories.delete': list.delete,
    'stories.restore': list.restore,
  };
}
