import { cpSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ToldStory } from '../../electron/contract/story.ts';
import { EVENTS, type EventName } from '../../electron/contract/studio.ts';
import { openWorkspace } from '../../electron/storage/workspace/workspace.ts';
import { createStudio, type LaunchWorker, type Studio } from '../../electron/studio/index.ts';
import { toldStory } from '../fixtures/told-story.ts';
import { models as cards } from '../renderer/fixtures/runs.ts';
import { fakeLauncher } from '../studio/fake-worker.ts';
import { median } from './measure.ts';

const SYMBOLS = 1000;
const ROUNDS = 9;

/** A worker that has told at once. */
function telling(story: ToldStory): LaunchWorker {
  const { launch } = fakeLauncher((worker, message) => {
    if (message.type === 'job') worker.say({ type: 'done', job: message.job, result: story });
  });
  return launch;
}

const open = (workspace: string, launchWorker: LaunchWorker): Promise<Studio> =>
  createStudio({ workspace, resources: workspace, version: 'bench', launchWorker });

/** Milliseconds by the clock, and of this process's own processor time: a busy machine lengthens the first alone. */
interface Times {
  readonly clock: number;
  readonly own: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Times & { value: T }> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(used);
  return { value, clock: performance.now() - began, own: (user + system) / 1000 };
}

function line(what: string, times: readonly Times[], more = ''): void {
  const [clock, own] = (['clock', 'own'] as const).map((which) => median(times.map((each) => each[which])).toFixed(1));
  console.log(`  ${what.padEnd(34)}${clock.padStart(9)} ms, own ${own.padStart(7)} ms   ${more}`);
}

const kilobytes = (value: unknown) => `${(JSON.stringify(value).length / 1000).toFixed(1)} kB`;

async function measureWith(count: number): Promise<void> {
  const workspace = await mkdtemp(join(tmpdir(), 'aesop-bench-'));
  const story = toldStory(SYMBOLS);
  try {
    const { stories, models } = await openWorkspace(workspace);
    await mkdir(models.path(story.model), { recursive: true });
    await models.write({ ...cards[0], id: story.model });
    const now = new Date().toISOString();
    await stories.write({ ...story, id: 'copy-0', title: 'Copy', toldAt: now, keptAt: now });
    const path = stories.path('copy-0');
    let studio = await open(workspace, telling(story));
    for (let at = 1; at < count; at++) cpSync(path, join(workspace, 'stories', `copy-${at}.json`));
    const size = `${((await stat(path)).size / 1000).toFixed(1)} kB a file`;
    console.log(`\n${count.toLocaleString('en-US')} kept stories of ${SYMBOLS} words, ${size}`);
    const state = () => studio.request('studio.state', {});
    const first = await timed(state);
    line('first state, every file new', [first], kilobytes(first.value));
    await studio.close();
    const again = await timed(async () => {
      studio = await open(workspace, telling(story));
      return state();
    });
    line('opened again, with its state', [again]);
    let [told, newest] = [0, ''];
    studio.on('stories.told', ({ id }) => void (newest = id));
    // a job's end carries what it told
    for (const event of (Object.keys(EVENTS) as EventName[]).filter((name) => name !== 'job.done'))
      studio.on(event, (payload) => void (told += JSON.stringify(payload).length));
    const tell = async () => {
      const { model, prompt, sampling } = story;
      return studio.wait((await studio.request('stories.tell', { model, prompt, sampling })).job);
    };
    const times: Record<'tell' | 'keep' | 'read' | 'delete' | 'restore', Times[]> = {
      tell: [],
      keep: [],
      read: [],
      delete: [],
      restore: [],
    };
    for (let round = 0; round < ROUNDS; round++) {
      times.tell.push(await timed(tell));
      for (const verb of ['keep', 'read', 'delete', 'restore'] as const)
        times[verb].push(await timed<unknown>(() => studio.request(`stories.${verb}`, { id: newest })));
    }
    for (const [verb, all] of Object.entries(times)) line(verb, all);
    console.log(`  events of tell, keep, delete and restore: ${(told / ROUNDS / 1000).toFixed(1)} kB`);
    await studio.close();
  } finally {
    await rm(workspace, { recursive: true });
  }
}

/** What the studio's verbs take with ten and with so many kept stories. */
export async function measureKeptStories(count: number): Promise<void> {
  for (const kept of [10, count]) await measureWith(kept);
}
