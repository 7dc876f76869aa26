import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Pinned } from '../../../../electron/contract/lesson.ts';
import type { Run, Sample } from '../../../../electron/contract/run.ts';
import type { Trace } from '../../../../electron/contract/trace.ts';
import RunLive from '../../../../renderer/rooms/workshop/run/RunLive.svelte';
import Workshop from '../../../../renderer/rooms/workshop/Workshop.svelte';
import { lessonView } from '../../../../renderer/rooms/workshop/lesson/lesson-view.svelte.ts';
import { machine } from '../../../../renderer/state/machine.svelte.ts';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { runs } from '../../../../renderer/state/runs.svelte.ts';
import { settings } from '../../../../renderer/state/settings.svelte.ts';
import { corpora } from '../../fixtures/corpora.ts';
import { runs as fixtures } from '../../fixtures/runs.ts';
import { openStudio, settle } from '../../studio-page.ts';

const PIN = { text: 'long ago ,', next: 'the' };
const LATE = { text: 'the mice had' };
const pinned = (text: string, chance: number, rank: number): Pinned => ({
  text,
  right: { symbol: 'the', chance, rank },
  top: [
    { symbol: 'cat', chance: 0.3 },
    { symbol: 'the', chance },
  ],
});
const sample = (step: number, ...said: Pinned[]): Sample => ({
  step,
  prompt: '',
  story: '',
  predictions: [],
  pinned: said,
});
const samples = [
  sample(0, pinned(PIN.text, 0.009, 57)),
  sample(10, pinned(PIN.text, 0.25, 2)),
  sample(20, pinned(PIN.text, 0.981, 1), pinned(LATE.text, 0.5, 1)),
];
const going: Run = {
  ...fixtures[0],
  id: 'lesson-1',
  vocabularySize: 112,
  hyperparameters: { ...fixtures[0].hyperparameters, tokenizer: 'whitespace' },
  lesson: { pace: 'step', pins: [PIN, LATE] },
};
const units = { input: [0.5], forget: [0.9], candidate: [-0.5], output: [0.25], cell: [1.5], hidden: [0.2] };
const trace: Trace = {
  step: 20,
  input: 'one-hot',
  inputWidth: 112,
  symbols: ['long', 'ago', ','].map((text, id) => ({ id, text, numbers: [] })),
  layers: [{ width: 256, units: [7], steps: [units, units, units] }],
  vocabularySize: 112,
  chances: Array.from({ length: 112 }, (_, id) => ({ id, symbol: `s${id}`, chance: id === 4 ? 0.889 : 0.001 })),
  right: 4,
  said: pinned(LATE.text, 0.02, 31),
};

beforeEach(() => {
  lessonView.open = true;
  lessonView.shown = '';
});

async function openLesson(run: Run) {
  const bridge = await openStudio('full', {
    'runs.samples': () => ({ samples }),
    'runs.trace': () => trace,
    'runs.pace': ({ pace }) => ({ ...run, lesson: { pace, pins: [PIN] } }),
    'runs.next': () => ({}),
    'runs.unpin': () => ({ ...run, lesson: { pace: 'step', pins: [] } }),
  });
  await settings.set({ language: 'en' });
  bridge.say({ event: 'runs.changed', payload: { run } });
  await runs.curves(run.id).load();
  render(RunLive, { run, onsettings: () => {} });
  await settle();
  const asked = (name: string) => bridge.asked.filter((one) => one.name === name).map(({ input }) => input);
  return { bridge, asked };
}
const rows = () =>
  within(screen.getByRole('table', { name: 'Pinned contexts' }))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim());

describe('a lesson', () => {
  test('its slider takes the pinned contexts from chance to certainty and says since when each is pinned', async () => {
    await openLesson(going);
    expect(rows()[0]).toContain('the 98.1 %rank 1 of 112');
    expect(rows()[1]).toContain('pinned from step 20 on');
    const slider = screen.getByRole('slider', { name: 'Report, for the whole room' });
    await fireEvent.input(slider, { target: { value: '0' } });
    expect(rows()[0]).toContain('the 0.9 %rank 57 of 112');
    // what was pinned later is told by the checkpoint that is nearest
    await expect.poll(() => rows()[1]).toMatch(/the 2.0\s%rank 31 of 112/);
    expect(rows()[1]).toContain('by the checkpoint of step 20');
    expect(screen.getByRole('slider', { name: 'Report' })).toHaveProperty('value', '0');
    expect(screen.getByRole('img', { name: /^the: 0.9\s% at step 0, 98.1\s% at step 20/ })).toBeTruthy();
  });

  test('the way through the network is asked for at the report on show, and is there as numbers too', async () => {
    const { asked } = await openLesson(going);
    expect(asked('runs.trace')).toEqual([{ id: going.id, step: 20, pin: PIN }]);
    expect(screen.getByText('by the checkpoint of step 20')).toBeTruthy();
    expect(screen.getByText('1 at place 2')).toBeTruthy();
    expect(screen.getByText('Layer 1: 1 of 256 units, those that say most')).toBeTruthy();
    expect(screen.getByRole('img', { name: /one for each of 112 symbols. Likeliest: s4 89\s%/ })).toBeTruthy();
    const numbers = screen.getByRole('table', { name: 'The numbers of unit 7', hidden: true });
    expect(within(numbers).getByRole('row', { name: /Forget gate 0.900 0.900 0.900/, hidden: true })).toBeTruthy();
    await fireEvent.click(screen.getByRole('radio', { name: /the mice had/ }));
    await expect
      .poll(() => asked('runs.trace').at(-1), { timeout: 5000 })
      .toEqual({ id: going.id, step: 20, pin: LATE });
  });

  test('a run that stands says so, and goes on by button and key; the pace is changed while it runs', async () => {
    const { asked } = await openLesson({ ...going, waitsAt: 20 });
    expect(screen.getAllByText('Stopped at step 20 for the lesson.')[0]).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: /Next report/ }));
    await fireEvent.keyDown(document.body, { key: 'n' });
    expect(asked('runs.next')).toEqual([{ id: going.id }, { id: going.id }]);
    const line = screen.getByRole('textbox', { name: 'Words that the run knows, to be pinned' });
    await fireEvent.keyDown(line, { key: 'n' });
    expect(asked('runs.next')).toHaveLength(2);
    await fireEvent.click(screen.getByRole('radio', { name: 'Full speed' }));
    expect(asked('runs.pace')).toEqual([{ id: going.id, pace: 'full' }]);
  });
});

test('what is pinned before the training begins goes along with it, once', async () => {
  const bridge = await openStudio('idle', { 'runs.start': () => ({ ...fixtures[0], id: 'new-1', status: 'queued' }) });
  await settings.set({ language: 'en' });
  await machine.check(true);
  lessonView.open = false;
  route.go('workshop', undefined, { corpus: corpora[0].id });
  render(Workshop);
  await settle();
  const [first] = await screen.findAllByRole('button', { name: /^Pin “/ });
  await fireEvent.click(first);
  await fireEvent.click(screen.getByRole('button', { name: /^Train/ }));
  await settle();
  const [{ input }] = bridge.asked.filter(({ name }) => name === 'runs.start');
  expect((input as { pins: unknown[] }).pins).toHaveLength(1);
  expect(lessonView.open).toBe(true);
});
