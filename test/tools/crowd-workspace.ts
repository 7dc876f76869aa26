import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openWorkspace } from '../../electron/storage/workspace/workspace.ts';
import { toldStory } from '../fixtures/told-story.ts';
import { models, runs } from '../renderer/fixtures/runs.ts';

export interface Crowd {
  readonly stories: number;
  readonly runs: number;
  readonly models: number;
}

/** Symbols of each story, about a page. */
const SYMBOLS = 300;
const CREATED = Date.parse('2026-01-01T00:00:00Z');

/** The file of one thing again under other ids and names, minutes apart. */
function copy(
  path: string,
  count: number,
  change: (text: string, index: number) => { text: string; path: string },
): void {
  const text = readFileSync(path, 'utf8');
  for (let index = 1; index < count; index++) {
    const made = change(text, index);
    mkdirSync(dirname(made.path), { recursive: true });
    writeFileSync(made.path, made.text);
  }
}

const later = (text: string, index: number) =>
  text.replaceAll(/"(createdAt|keptAt|toldAt)":\s*"[^"]+"/g, (_, name: string) => {
    return `"${name}":"${new Date(CREATED + 60_000 * index).toISOString()}"`;
  });

/** Fills a workspace with as many things as years of use leave; they have nothing in them but what lists read. */
export async function crowdWorkspace(root: string, crowd: Crowd): Promise<void> {
  const workspace = await openWorkspace(root);
  const now = new Date(CREATED).toISOString();
  const model = { ...models[0], id: 'model-0', name: 'Model 0' };
  await workspace.models.write(model);
  const story = { ...toldStory(SYMBOLS), model: model.id };
  await workspace.stories.write({ ...story, id: 'story-0', title: 'Story 0', toldAt: now, keptAt: now });
  const run = { ...runs.find(({ status }) => status === 'done')!, id: 'run-0', name: 'Run 0', model: undefined };
  await workspace.runs.write(run);
  copy(workspace.stories.path('story-0'), crowd.stories, (text, index) => ({
    text: later(text, index).replaceAll('Story 0', `Story ${index}`),
    path: join(root, 'stories', `story-${index}.json`),
  }));
  const inFolder = (kind: 'run' | 'model', file: string, count: number) =>
    copy(join(root, `${kind}s`, `${kind}-0`, file), count, (text, index) => ({
      text: later(text, index)
        .replaceAll(`"${kind}-0"`, `"${kind}-${index}"`)
        .replace(/"(Run|Model) 0"/, `"$1 ${index}"`),
      path: join(root, `${kind}s`, `${kind}-${index}`, file),
    }));
  inFolder('run', 'run.json', crowd.runs);
  inFolder('model', 'card.json', crowd.models);
}
