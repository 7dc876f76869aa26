import type { ModelCard } from '../../electron/contract/model.ts';
import type { Run } from '../../electron/contract/run.ts';
import { corpora } from './corpora.svelte.ts';
import { t } from './language.svelte.ts';
import { lastUsedModel } from './last-used.ts';
import { models, type LeavingForm } from './models.svelte.ts';
import { overlays } from './overlays.svelte.ts';
import { route } from './route.svelte.ts';
import { runs } from './runs.svelte.ts';
import { stories } from './stories.svelte.ts';
import { toasts } from './toasts.svelte.ts';
import { trouble } from './trouble.svelte.ts';

/** What can be done with the thing that is open in a room. */
export interface OpenThing {
  readonly name: string;
  readonly acts: readonly Act[];
}
interface Act {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  run(): void;
}

const guarded = (act: () => Promise<unknown>) => () => void trouble.guard(act);

/** Renaming and deleting, which every room offers. */
function kept(name: string, rename: (name: string) => Promise<unknown>, remove: () => Promise<unknown>): Act[] {
  return [
    { key: 'act-rename', label: t('common.rename'), run: () => overlays.rename(name, rename) },
    { key: 'act-delete', label: t('common.delete'), run: guarded(remove) },
  ];
}

async function exported(model: ModelCard, { format, precision }: LeavingForm): Promise<void> {
  if (await models.export(model.id, format, precision)) toasts.show(t('shelf.exported', { name: model.name }));
}

/** What a model is for. */
function used(model: ModelCard): Act[] {
  const tell = () => route.go('story', undefined, { model: model.id });
  return [
    { key: 'act-tell', label: t('shelf.tell'), run: tell },
    ...models.exports(model).map((form) => ({
      key: `act-export-${form.format}-${form.precision}`,
      label: t('shelf.export'),
      note: form.label,
      run: guarded(() => exported(model, form)),
    })),
  ];
}

function trained(run: Run): Act[] {
  const { id, status } = run;
  const under = status === 'running' || status === 'queued';
  const model = models.byId(run.model);
  const acts: Act[] = [];
  if (status === 'running')
    acts.push({ key: 'act-stop', label: t('workshop.stop'), run: guarded(() => runs.stop(id)) });
  if (under) acts.push({ key: 'act-pause', label: t('workshop.pause'), run: guarded(() => runs.pause(id)) });
  if (!under && run.step < run.hyperparameters.steps)
    acts.push({ key: 'act-resume', label: t('workshop.resume'), run: guarded(() => runs.resume(id)) });
  if (!under && run.step > 0 && !model)
    acts.push({ key: 'act-keep', label: t('workshop.keep'), run: guarded(() => runs.stop(id)) });
  if (model)
    acts.push({ key: 'act-model', label: t('frame.actModel'), run: () => route.go('shelf', model.id) }, ...used(model));
  const both = kept(
    run.name,
    (name) => runs.rename(id, name),
    () => runs.delete(id),
  );
  return [...acts, ...(under ? both.slice(0, 1) : both)];
}

/** The thing that is open in the room one is in; nothing where none is. */
export function openThing(): OpenThing | undefined {
  const { room, id } = route;
  const corpus = room === 'library' ? corpora.byId(id) : undefined;
  if (corpus) {
    const train = () => route.go('workshop', undefined, { corpus: corpus.id });
    const [rename, remove] = [(name: string) => corpora.rename(corpus.id, name), () => corpora.delete(corpus.id)];
    const acts = [{ key: 'act-train', label: t('library.train'), run: train }, ...kept(corpus.name, rename, remove)];
    return { name: corpus.name, acts };
  }
  const run = room === 'workshop' ? runs.byId(id) : undefined;
  if (run) return { name: run.name, acts: trained(run) };
  const model = room === 'shelf' ? (models.byId(id) ?? lastUsedModel()) : undefined;
  if (model) {
    const past = runs.byId(model.run);
    const show = past && { key: 'act-run', label: t('shelf.toRun'), run: () => route.go('workshop', past.id) };
    const both = kept(
      model.name,
      (name) => models.rename(model.id, name),
      () => models.delete(model.id),
    );
    return { name: model.name, acts: [...used(model), ...(show ? [show] : []), ...both] };
  }
  const story = room === 'story' ? stories.byId(id) : undefined;
  if (!story) return undefined;
  const acts = kept(
    story.title,
    (name) => stories.rename(story.id, name),
    () => stories.delete(story.id),
  );
  return { name: story.title, acts };
}
