import { render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Run } from '../../../../../electron/contract/run.ts';
import RunStatus from '../../../../../renderer/frame/RunStatus.svelte';
import RunFoot from '../../../../../renderer/rooms/workshop/run/RunFoot.svelte';
import Says from '../../../../../renderer/rooms/workshop/run/Says.svelte';
import { runs } from '../../../../../renderer/state/runs.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { models, report, reports, runs as fixtures } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const [going] = fixtures;

/** What is said of a run and what can be done about it, once its past was read. */
async function shown(change: Partial<Run>, language: 'en' | 'zh' = 'en') {
  const past = change.final ? { reports: [], total: 0 } : { reports, total: reports.length };
  const bridge = await openStudio('full', { 'runs.metrics': () => past });
  await settings.set({ language });
  const run = { ...going, ...change };
  bridge.say({ event: 'models.changed', payload: { model: { ...models[2], id: 'kept-1' } } });
  bridge.say({ event: 'runs.changed', payload: { run } });
  await runs.curves(run.id).load();
  const says = render(Says, { run }).container;
  const foot = render(RunFoot, { run }).container;
  await settle();
  return { says: within(says), foot: within(foot), text: says.textContent!.replace(/\s+/g, ' ').trim() };
}
const names = (part: Awaited<ReturnType<typeof shown>>['says']) =>
  ['button', 'link'].flatMap((role) => part.queryAllByRole(role).map(({ textContent }) => textContent!.trim()));

test('how it goes is read out in a word, and its end in a sentence, by one region that stays', async () => {
  await openStudio('full', { 'runs.metrics': () => ({ reports, total: reports.length }) });
  await settings.set({ language: 'en' });
  await runs.curves(going.id).load();
  const { rerender } = render(Says, { run: going });
  const region = screen.getByRole('status');
  expect(region.textContent).toBe('Learning');
  // what is inserted together with its words is read by few screen readers
  for (const [change, said] of [
    [{ status: 'paused' }, 'Paused at step 12,400. Nothing is lost.'],
    [{ status: 'queued' }, 'Waits'],
    [{ waitsAt: 12_400 }, 'step 12,400 for the lesson'],
  ] as const) {
    await rerender({ run: { ...going, ...change } });
    expect(screen.getByRole('status')).toBe(region);
    expect(region.textContent).toMatch(said);
  }
  await rerender({ run: { ...going, step: 20_000, status: 'stopped', model: 'kept-1' } });
  expect(screen.getByRole('status')).toBe(region);
  expect(region.textContent).toMatch(/^(Done|Stopped)\b.*\.$/);
});

describe('how a run ended is said with the next act at it, and the other acts below', () => {
  test('stopped while it got better', async () => {
    const { says, foot, text } = await shown({ status: 'stopped', model: 'kept-1' });
    expect(text).toContain('Stopped at 12,400 of 20,000, still improving. Resume, or let it tell a story.');
    expect([names(says), names(foot)]).toEqual([['Resume'], ['Tell a story']]);
  });

  test('cut off', async () => {
    const { says, foot, text } = await shown({ status: 'stopped', step: 12_000 });
    expect(text).toContain('Cut off at step 12,000. Resume, or keep it as a model.');
    expect([names(says), names(foot)]).toEqual([['Resume'], ['Keep as a model']]);
    expect((await shown({ status: 'stopped', step: 12_000 }, 'zh')).text).toContain('在第 12,000 步意外中断。');
  });

  test('stopped, and its model deleted', async () => {
    const { says, foot, text } = await shown({ status: 'stopped', model: 'deleted-1' });
    expect(text).toContain('Stopped at 12,400 of 20,000. Its model was deleted.');
    expect([names(says), names(foot)]).toEqual([['Resume'], ['Keep as a model']]);
  });

  test('done', async () => {
    const done = { ...fixtures[1], id: 'done-1', best: undefined, model: 'kept-1' };
    const { says, foot, text } = await shown(done);
    expect(text).toContain('Done. 98.5 % of its predictions are right.');
    expect([names(says), names(foot)]).toEqual([['Tell a story'], ['Train on']]);
  });
});

describe('a run that waits', () => {
  test('is told what is before it only where something is', async () => {
    const first = await shown({ id: 'waits-1', status: 'queued', step: 0 });
    expect(first.text).toContain('One run trains at a time.');
    expect(first.text).not.toContain('0 runs');
  });

  test('of the first one, with nothing under way, what keeps it is told: the engine', async () => {
    const waits: Run = { ...going, id: 'waits-2', status: 'queued', step: 0 };
    await openStudio('empty');
    render(Says, { run: waits });
    await waitFor(() => expect(document.body.textContent).toContain('The engine is starting.'));
    expect(document.body.textContent).not.toContain('One run');
  });

  test('paused before its first step, it names no step', async () => {
    expect((await shown({ status: 'paused', step: 0 })).text).toContain('Paused before its first step.');
  });
});

describe('a run under way', () => {
  afterEach(() => vi.useRealTimers());
  const last = (secondsLeft: number) => ({ ...report(1), step: going.step, secondsLeft });

  test('moves each second between its reports', async () => {
    await openStudio();
    await settings.set({ language: 'en' });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    render(RunFoot, { run: { ...going, seconds: 72, last: last(100) } });
    const seen = new Set<string>();
    for (let second = 0; second < 4; second++) {
      await waitFor(() => expect(screen.getByText(/left$/).textContent).toMatch(new RegExp(`^1:1${2 + second} · `)));
      seen.add(screen.getByText(/left$/).textContent!);
      vi.advanceTimersByTime(1000);
    }
    expect([...seen][3]).toBe('1:15 · 1 min 40 s left');
    expect(seen.size).toBe(4);
  });

  test('has less left with each step, also between reports, in the room and in the status bar', async () => {
    await openStudio();
    await settings.set({ language: 'en' });
    const half = { ...going, step: going.step + (going.hyperparameters.steps - going.step) / 2, last: last(100) };
    for (const part of [RunFoot, RunStatus]) {
      const { container, rerender } = render(part, { run: { ...half, step: going.step } });
      expect(container.textContent).toContain('1 min 40 s left');
      await rerender({ run: half });
      expect(container.textContent).toContain('50 s left');
    }
  });

  test.each([
    ['en', /measuring, 35\s%/],
    ['zh', /正在测量，35%/],
  ] as const)('says in %s how far it is measured once its steps are made', async (language, said) => {
    const bridge = await openStudio();
    await settings.set({ language });
    const { steps } = going.hyperparameters;
    const run = { ...going, step: steps, last: { ...last(0), step: steps } };
    for (const part of [RunFoot, RunStatus]) {
      const { container, rerender } = render(part, { run });
      expect(container.textContent).not.toMatch(said);
      bridge.say({ event: 'runs.measuring', payload: { id: run.id, fraction: 0.35 } });
      await waitFor(() => expect(container.textContent).toMatch(said));
      bridge.say({ event: 'runs.changed', payload: { run: { ...run, status: 'done' } } });
      await rerender({ run: { ...run, status: 'done' } });
      expect(container.textContent).not.toMatch(said);
    }
  });

  test('does not count the time that it was paused', async () => {
    await openStudio();
    await settings.set({ language: 'en' });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const paused = { ...going, status: 'paused', seconds: 72, last: last(0) } as const;
    const { container, rerender } = render(RunFoot, { run: paused });
    vi.advanceTimersByTime(600_000);
    await rerender({ run: { ...paused, status: 'running' } });
    await waitFor(() => expect(container.textContent).toContain('1:12'));
  });

  test('tells no time left before it is known', async () => {
    await openStudio();
    await settings.set({ language: 'en' });
    const { container } = render(RunFoot, { run: { ...going, seconds: 9, last: last(0) } });
    expect(container.textContent).toContain('0:09');
    expect(container.textContent).not.toContain('left');
  });
});
