import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import Workshop from '../../../../renderer/rooms/workshop/Workshop.svelte';
import { draftOf } from '../../../../renderer/rooms/workshop/draft/drafts.ts';
import { measure } from '../../../../renderer/state/language.svelte.ts';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { settings } from '../../../../renderer/state/settings.svelte.ts';
import { corpora } from '../../fixtures/corpora.ts';
import type { FakeBridge } from '../../fixtures/fake-bridge.ts';
import { runs as fixtures } from '../../fixtures/runs.ts';
import { figureOf } from '../../figure-of.ts';
import { openStudio, settle } from '../../studio-page.ts';

const askedFor = (bridge: FakeBridge, name: string) => bridge.asked.filter((one) => one.name === name);

describe('a run', () => {
  test('under way it is locked, can be paused once, and hears of reports', async () => {
    const bridge = await openStudio('full');
    await settings.set({ language: 'en' });
    route.go('workshop', fixtures[0].id);
    render(Workshop);
    await settle();
    expect(screen.queryByRole('spinbutton', { name: 'Units' })).toBeNull();
    expect(screen.getByText('Fixed while this run goes on.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Pausing…' }).disabled).toBe(true);
    expect(askedFor(bridge, 'runs.pause')).toEqual([{ name: 'runs.pause', input: { id: fixtures[0].id } }]);
    const report = { ...fixtures[0].last!, step: 12_450, loss: 3.21 };
    bridge.say({ event: 'runs.report', payload: { id: fixtures[0].id, report } });
    await waitFor(() => expect(screen.getAllByText('3.21').length).toBeGreaterThan(0));
    bridge.say({ event: 'runs.changed', payload: { run: { ...fixtures[0], status: 'paused' } } });
    await waitFor(() => expect(screen.getAllByText('Paused at step 12,400. Nothing is lost.')[0]).toBeTruthy());
    expect(screen.getByRole('button', { name: 'Resume' })).toBeTruthy();
    bridge.say({ event: 'runs.changed', payload: { run: { ...fixtures[0], status: 'queued' } } });
    await waitFor(() => expect(screen.getByText('Fixed: this run waits to train.')).toBeTruthy());
  });

  test('tells a line of one’s own on with what it has learnt, and goes back to its own stories', async () => {
    const bridge = await openStudio('full');
    await settings.set({ language: 'en' });
    route.go('workshop', fixtures[0].id);
    render(Workshop);
    await settle();
    const field = screen.getByRole('textbox', { name: 'Try a first line now' });
    const tell = within(field.closest('form')!).getByRole<HTMLButtonElement>('button', { name: 'Tell' });
    expect(tell.disabled).toBe(true);
    await fireEvent.input(field, { target: { value: 'Before we go' } });
    await fireEvent.submit(field.closest('form')!);
    const tried = await screen.findByRole('group', { name: 'Your line at step 12,000' });
    expect(tried.textContent).toContain('Before we go the people must be quiet');
    const input = { id: fixtures[0].id, prompt: 'Before we go' };
    expect(askedFor(bridge, 'runs.attempt')).toEqual([{ name: 'runs.attempt', input }]);
    await fireEvent.click(screen.getByRole('button', { name: 'Back to the run’s own stories' }));
    expect(await screen.findByRole('group', { name: 'Story at step 12,000' })).toBeTruthy();
  });

  test('keeps a word of that line that it does not know as it was typed, marked, and says how it was read', async () => {
    const attempt = {
      step: 12_000,
      prompt: 'Elowen stood',
      symbols: [
        { text: 'Elowen', offset: 0, known: false, nearest: [], reading: { how: 'unknown' as const } },
        { text: ' stood', offset: 6, known: true, nearest: [] },
      ],
      story: ' upon the quay.',
    };
    await openStudio('full', { 'runs.attempt': () => attempt });
    await settings.set({ language: 'en' });
    route.go('workshop', fixtures[0].id);
    render(Workshop);
    await settle();
    const field = screen.getByRole('textbox', { name: 'Try a first line now' });
    await fireEvent.input(field, { target: { value: 'Elowen stood' } });
    await fireEvent.submit(field.closest('form')!);
    const tried = await screen.findByRole('group', { name: 'Your line at step 12,000' });
    expect(tried.textContent!.trim()).toBe('Elowen stood upon the quay.');
    expect([...tried.querySelectorAll('.unknown')].map(({ textContent }) => textContent)).toEqual(['Elowen']);
    expect(tried.nextElementSibling!.textContent).toMatch(/Elowen.* read /);
  });

  test('has one figure for the loss, in the head and in the legend, which names what is smoothed', async () => {
    await openStudio('full');
    await settings.set({ language: 'en' });
    route.go('workshop', fixtures[0].id);
    render(Workshop);
    await settle();
    const strip = screen.getByText('Memory').closest('dl')!;
    const loss = figureOf('Loss', strip);
    expect(screen.getByText('training, smoothed').parentElement!.textContent).not.toMatch(/\d/);
    expect(screen.getByText('not smoothed').nextElementSibling!.textContent).toBe(loss);
    const validation = figureOf('Validation', strip);
    expect(screen.getByText('validation').nextElementSibling!.textContent).toBe(validation);
  });

  test('that is over names what the legend has as the last, not what the head has of all the text', async () => {
    await openStudio('full');
    await settings.set({ language: 'en' });
    const over = fixtures.find(({ final }) => final)!;
    route.go('workshop', over.id);
    render(Workshop);
    await settle();
    expect(screen.getByText('not smoothed').nextElementSibling!.textContent).toMatch(/^last [\d.]+$/);
    expect(figureOf('Loss', screen.getByText('Memory').closest('dl')!)).toBe(measure(over.final!.loss));
  });

  test('that failed says why and offers what would help', async () => {
    await openStudio('failed');
    await settings.set({ language: 'en' });
    route.go('workshop', 'walden-1');
    render(Workshop);
    await settle();
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('The run needs 6.2 GB of memory and 3.9 GB is free.');
    await fireEvent.click(within(alert).getByRole('button', { name: 'Train anew with batch size 64' }));
    await waitFor(() => expect(route.values.corpus).toBe(fixtures[2].corpus.id));
    expect(draftOf(corpora[3]).values.batchSize).toBe(64);
  });

  test('without any text the room says what to do', async () => {
    await openStudio('empty');
    await settings.set({ language: 'en' });
    route.go('workshop');
    render(Workshop);
    expect(screen.getByText('No text to train on yet.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add a text' })).toBeTruthy();
  });
});
