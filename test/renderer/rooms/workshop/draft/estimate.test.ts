import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { diskNeeded } from '../../../../../electron/advice/disk.ts';
import { vocabularySizeOf } from '../../../../../electron/advice/estimate.ts';
import { Draft } from '../../../../../renderer/rooms/workshop/draft/draft.svelte.ts';
import Estimate from '../../../../../renderer/rooms/workshop/draft/Estimate.svelte';
import { machine as stateOfMachine } from '../../../../../renderer/state/machine.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { corpora } from '../../../fixtures/corpora.ts';
import { machine } from '../../../fixtures/machine.ts';
import { runs } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

test.each([
  ['is said before the training', 1, true],
  ['is not mentioned where it has the room', 0, false],
])('a disk without room for the checkpoints %s', async (_, missing, said) => {
  const draft = Draft.open(corpora[1]);
  const needed = diskNeeded(draft.values, vocabularySizeOf(draft.values, draft.facts));
  await openStudio('full', { 'machine.describe': () => ({ ...machine, freeDisk: needed - missing }) });
  await settings.set({ language: 'en' });
  await stateOfMachine.check(false);
  const { container } = render(Estimate, { draft });
  await settle();
  expect(container.textContent?.includes('The checkpoints of this training may take')).toBe(said);
  expect(container.querySelector('[role=alert]')).toBeNull();
});

describe('steps of the network being set up', () => {
  const PAUSE = 600;
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());
  let units = 100;

  /** A draft of a network that nobody has timed yet. */
  async function open(timeSteps = true, state: 'idle' | 'full' = 'idle') {
    const job = 'job_000000000000000007';
    const bridge = await openStudio(state, { 'runs.time': () => ({ job }), 'jobs.cancel': () => ({}) });
    await settings.set({ language: 'en', timeSteps });
    await stateOfMachine.check(true);
    const draft = Draft.open(corpora[0]);
    draft.set('units', ++units);
    const { unmount } = render(Estimate, { draft });
    await settle();
    const asked = (name: string) => bridge.asked.filter((one) => one.name === name).map(({ input }) => input);
    const time = () => document.querySelector('.estimate .value')!.textContent.trim();
    const pause = () => vi.advanceTimersByTimeAsync(PAUSE);
    const end = async (result: object) => {
      bridge.say({ event: 'job.done', payload: { job, kind: 'time', result } });
      await settle();
    };
    return { bridge, draft, asked, time, pause, end, job, unmount };
  }

  test('are calculated at once, then being timed, then timed here', async () => {
    const { draft, asked, time, pause, end } = await open();
    screen.getByText('calculated');
    expect(asked('runs.time')).toEqual([]);
    await pause();
    screen.getByText('being timed…');
    expect(asked('runs.time')).toMatchObject([{ hyperparameters: { units: draft.values.units }, vocabularySize: 112 }]);
    await end({ timed: { engine: 'portable', milliseconds: 3_600_000 / draft.values.steps } });
    screen.getByText('timed here');
    expect(time()).toBe('about 60 min');
    // as many steps more, each as it was timed
    draft.set('steps', 2 * draft.values.steps);
    await settle();
    screen.getByText('timed here');
    expect(time()).toBe('about 2 h');
    expect(asked('runs.time')).toHaveLength(1);
  });

  test('wait until the settings stand, and those of another network are left off', async () => {
    const { draft, asked, pause, job } = await open();
    await vi.advanceTimersByTimeAsync(PAUSE / 2);
    draft.set('units', ++units);
    await vi.advanceTimersByTimeAsync(PAUSE / 2);
    expect(asked('runs.time')).toEqual([]);
    await pause();
    expect(asked('runs.time')).toMatchObject([{ hyperparameters: { units } }]);
    draft.set('units', ++units);
    await settle();
    expect(asked('jobs.cancel')).toEqual([{ job }]);
    screen.getByText('calculated');
    await pause();
    expect(asked('runs.time')).toHaveLength(2);
  });

  test('are left off with the form, and when a training begins', async () => {
    const first = await open();
    await first.pause();
    first.unmount();
    await settle();
    expect(first.asked('jobs.cancel')).toHaveLength(1);
    const { bridge, asked, pause } = await open();
    await pause();
    bridge.say({ event: 'runs.changed', payload: { run: { ...runs[0], id: 'begun', status: 'queued' } } });
    await settle();
    expect(asked('jobs.cancel')).toHaveLength(1);
    screen.getByText('calculated');
    await pause();
    expect(asked('runs.time')).toHaveLength(1);
  });

  test('stay calculated where nothing can be timed, and are not asked for again and again', async () => {
    const { asked, pause, end } = await open();
    await pause();
    await end({});
    screen.getByText('calculated');
    await pause();
    expect(asked('runs.time')).toHaveLength(1);
  });

  test.each([
    ['where that is switched off', false, 'idle'],
    ['beside a training', true, 'full'],
  ] as const)('are not timed %s', async (_, timeSteps, state) => {
    const { asked, pause } = await open(timeSteps, state);
    await pause();
    expect(asked('runs.time')).toEqual([]);
    screen.getByText('calculated');
  });
});
