import type { Run } from '../../electron/contract/run.ts';
import { languageFacts, offeredLanguages, type Language } from '../../electron/contract/languages.ts';
import { client } from '../lib/client.ts';
import { noted } from '../lib/noted.ts';
import { booklets, titleOfBooklet } from './booklets.svelte.ts';
import type { Command, CommandGroup } from './command.ts';
import { corpora } from './corpora.svelte.ts';
import { addModel, addTexts } from './files.ts';
import { settingCommands, termCommands } from './found-words.svelte.ts';
import { imports } from './imports.svelte.ts';
import { dateTime, t } from './language.svelte.ts';
import { models } from './models.svelte.ts';
import { openThing } from './open-thing.svelte.ts';
import { overlays } from './overlays.svelte.ts';
import { roomNames, route, type RoomName } from './route.svelte.ts';
import { runs } from './runs.svelte.ts';
import { settings } from './settings.svelte.ts';
import { apart } from './told-apart.svelte.ts';
import { stories } from './stories.svelte.ts';
import { toasts } from './toasts.svelte.ts';
import { trouble } from './trouble.svelte.ts';

/** Asks for texts and opens the one that came. */
export async function importTexts(): Promise<void> {
  await trouble.guard(async () => tellImported(await addTexts()));
}

/** Says what came into the Library and offers to open it; opens it where the Library is being looked at. */
export function tellImported(added: readonly { id: string; name: string }[]): void {
  const last = added.at(-1);
  if (!last) return;
  const open = () => route.go('library', last.id);
  if (route.room === 'library') open();
  else toasts.show(t('frame.imported', { name: last.name }), { label: t('frame.open'), run: open });
}

const named = (key: string, label: string, run: () => void, note?: string): Command => ({
  key,
  label,
  note,
  isName: true,
  run,
});

/** What moves the training on, or holds it, as it stands. */
function underWay({ id, name, status }: Run): Command[] {
  // where it lies open, that is offered with it
  if (route.room === 'workshop' && route.id === id) return [];
  const act = (key: string, label: string, does: () => Promise<unknown>): Command => ({
    ...{ key, label, note: name },
    run: () => void trouble.guard(does),
  });
  const pause = act('pause', t('frame.commandPause'), () => runs.pause(id));
  if (status === 'running') return [act('stop', t('frame.commandStop'), () => runs.stop(id)), pause];
  if (status === 'queued') return [pause];
  return status === 'paused' ? [act('resume', t('frame.commandResume'), () => runs.resume(id))] : [];
}

function actions(): Command[] {
  const run = runs.current;
  const appearance = (value: 'light' | 'dark' | 'system') =>
    void trouble.guard(() => settings.set({ appearance: value }));
  const speak = (value: Language) => void trouble.guard(() => settings.set({ language: value }));
  return [
    { key: 'import', label: t('frame.commandImport'), run: () => void importTexts() },
    { key: 'import-model', label: t('frame.commandImportModel'), run: () => void trouble.guard(addModel) },
    { key: 'train', label: t('frame.commandTrain'), run: () => route.go('workshop') },
    ...(run ? underWay(run) : []),
    { key: 'tell', label: t('frame.commandTell'), run: () => route.go('story') },
    { key: 'trash', label: t('frame.commandTrash'), run: () => (overlays.trash = true) },
    { key: 'light', label: t('frame.commandLight'), run: () => appearance('light') },
    { key: 'dark', label: t('frame.commandDark'), run: () => appearance('dark') },
    { key: 'system', label: t('frame.commandSystem'), run: () => appearance('system') },
    ...offeredLanguages.map((value) => named(value, languageFacts(value).name, () => speak(value))),
    { key: 'shortcuts', label: t('frame.commandShortcuts'), run: () => (overlays.shortcuts = true) },
  ];
}

/** Everything the finder can open or do, as things stand. */
export function commandGroups(): CommandGroup[] {
  const open = (room: RoomName, id: string) => () => route.go(room, id);
  const here = openThing();
  const madeAt = ({ createdAt }: { createdAt: string }) => dateTime(createdAt);
  const ofRun = noted(runs.list, (run) => apart.run(run), madeAt);
  const ofModel = noted(
    models.list,
    (model) => {
      const name = model.corpus?.name ?? '';
      return [apart.model(model), model.name.startsWith(name) ? '' : name].filter(Boolean).join(' · ');
    },
    madeAt,
  );
  const groups: CommandGroup[] = [
    {
      label: t('frame.groupRooms'),
      commands: roomNames.map((room) => ({
        key: `room-${room}`,
        label: t(`frame.${room}`),
        run: () => route.go(room),
      })),
    },
    ...(here ? [{ label: t('frame.groupOpen', { name: here.name }), commands: here.acts }] : []),
    {
      label: t('frame.groupCorpora'),
      commands: corpora.list.map(({ id, name }) => named(`corpus-${id}`, name, open('library', id))),
    },
    {
      label: t('frame.groupRuns'),
      commands: runs.list.map((run) => named(`run-${run.id}`, run.name, open('workshop', run.id), ofRun(run))),
    },
    {
      label: t('frame.groupModels'),
      commands: models.list.map((model) =>
        named(`model-${model.id}`, model.name, open('shelf', model.id), ofModel(model)),
      ),
    },
    {
      label: t('frame.groupStories'),
      commands: stories.list.map(({ id, title }) => named(`story-${id}`, title, open('story', id))),
    },
    {
      label: t('booklet.booklets'),
      commands: booklets.list.map((booklet) =>
        named(`booklet-${booklet.id}`, titleOfBooklet(booklet), () =>
          route.go('story', undefined, { booklet: booklet.id }),
        ),
      ),
    },
    { label: t('frame.groupCommands'), commands: actions() },
    { label: t('frame.groupSettings'), commands: settingCommands(), onlyTyped: true },
    { label: t('frame.groupTerms'), commands: termCommands(), onlyTyped: true },
  ];
  return groups.filter(({ commands }) => commands.length > 0);
}

/** Hears the host: the menu of a native window, and texts that it was opened with, which are shown as dropped ones are. */
export function listenToHost(): void {
  client.on('host.opened', ({ files, found }) => void imports.addGranted(files, found).then(tellImported));
  client.on('host.command', ({ command }) => {
    const run = runs.current;
    if (command === 'import') void importTexts();
    else if (command === 'train') route.go('workshop');
    else if (command === 'stop') void (run?.status === 'running' && trouble.guard(() => runs.stop(run.id)));
    else if (command === 'tell') route.go('story');
    else if (command === 'find') overlays.finder = true;
    else route.go(command);
  });
}
