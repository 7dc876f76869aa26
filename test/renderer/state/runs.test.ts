import { describe, expect, test } from 'vitest';
import { runs } from '../../../renderer/state/runs.svelte.ts';
import { settings } from '../../../renderer/state/settings.svelte.ts';
import { language, t } from '../../../renderer/state/language.svelte.ts';
import { toasts } from '../../../renderer/state/toasts.svelte.ts';
import { AesopError } from '../../../electron/contract/errors.ts';
import { report, reports, runs as fixtures, samples } from '../fixtures/runs.ts';
import { openStudio, settle } from '../studio-page.ts';

const id = fixtures[0].id;

describe('runs', () => {
  test('the one under way is the current one', async () => {
    await openStudio();
    expect(runs.current?.id).toBe(id);
    await openStudio('idle');
    expect(runs.current).toBeUndefined();
  });

  test('curves hold the past and what comes, also what comes while the past is read', async () => {
    const bridge = await openStudio();
    const curves = runs.curves(id);
    bridge.say({ event: 'runs.report', payload: { id, report: report(12_450) } });
    await settle();
    expect(curves.length).toBe(reports.length + 1);
    bridge.say({ event: 'runs.report', payload: { id, report: report(12_500) } });
    expect(curves.length).toBe(reports.length + 2);
    expect(runs.byId(id)?.step).toBe(12_500);
    expect(curves.samples).toHaveLength(samples.length);
    bridge.say({ event: 'runs.sample', payload: { id, sample: { ...samples[0], step: 12_500 } } });
    expect(curves.samples.at(-1)?.step).toBe(12_500);
  });

  test('one under way goes on between two reports, and never back', async () => {
    const bridge = await openStudio();
    const { step, last } = runs.byId(id)!;
    bridge.say({ event: 'runs.step', payload: { id, step: step + 7 } });
    expect(runs.byId(id)).toMatchObject({ step: step + 7, last });
    bridge.say({ event: 'runs.step', payload: { id, step: step + 3 } });
    expect(runs.byId(id)?.step).toBe(step + 7);
    const run = { ...runs.byId(id)!, status: 'paused' as const, step: step + 5 };
    bridge.say({ event: 'runs.changed', payload: { run } });
    bridge.say({ event: 'runs.step', payload: { id, step: step + 9 } });
    expect(runs.byId(id)?.step).toBe(step + 5);
  });

  test('after a broken line the past is read again', async () => {
    await openStudio();
    const curves = runs.curves(id);
    await settle();
    const before = curves.length;
    await openStudio('full', { 'runs.metrics': () => ({ reports: reports.slice(0, 10), total: 10 }) });
    await settle();
    expect(before).toBeGreaterThan(10);
    expect(curves.length).toBe(10);
  });

  test('what a quick run reported before the page asked, and was not on disk then, is there when it has ended', async () => {
    let onDisk = 3;
    const bridge = await openStudio('full', {
      'runs.metrics': () => ({ reports: reports.slice(0, onDisk), total: onDisk }),
    });
    const curves = runs.curves(id);
    await settle();
    bridge.say({ event: 'runs.report', payload: { id, report: reports[8] } });
    expect(curves.length).toBe(4);
    onDisk = 9;
    const run = { ...runs.byId(id)!, status: 'done' as const, endedAt: '2026-11-29T04:00:00.000Z' };
    bridge.say({ event: 'runs.changed', payload: { run } });
    // one more comes while it is read again
    bridge.say({ event: 'runs.report', payload: { id, report: report(12_450) } });
    await settle();
    expect(curves.length).toBe(10);
    const asked = () => bridge.asked.filter(({ name }) => name === 'runs.metrics').length;
    const before = asked();
    bridge.say({ event: 'runs.changed', payload: { run: { ...run, name: 'Another name' } } });
    await settle();
    expect(asked()).toBe(before);
  });

  test('deleting offers to undo', async () => {
    const bridge = await openStudio();
    await runs.delete(id);
    bridge.say({ event: 'runs.removed', payload: { id } });
    expect(runs.byId(id)).toBeUndefined();
    const toast = toasts.list.at(-1);
    expect(toast?.text).toContain('Tiny Shakespeare');
    if (toast) toasts.act(toast);
    await settle();
    expect(bridge.asked.at(-1)).toEqual({ name: 'runs.restore', input: { id } });
    expect(toasts.list).not.toContain(toast);
  });
});

describe('settings', () => {
  test('the language changes at once', async () => {
    await openStudio();
    await settings.set({ language: 'zh' });
    expect(language.tag).toBe('zh-Hans');
    expect(t('frame.library')).toBe('文库');
    await settings.set({ language: 'en' });
    expect(t('frame.library')).toBe('Library');
  });

  test('a refused change is taken back', async () => {
    await openStudio('full', {
      'settings.set': () => {
        throw new AesopError('disk-full', { path: 'settings.json' });
      },
    });
    await expect(settings.set({ storySize: 24 })).rejects.toMatchObject({ code: 'disk-full' });
    expect(settings.value.storySize).toBe(18);
  });
});
