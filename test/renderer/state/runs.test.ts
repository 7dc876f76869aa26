import { describe, expect, test, vi } from 'vitest';
import { runs } from '../../../renderer/state/runs.svelte.ts';
import { toasts } from '../../../renderer/state/toasts.svelte.ts';
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

  test('else the one that was paused last, also where later ones were done before', async () => {
    await openStudio('idle');
    const [later] = runs.list;
    const paused = { ...later, id: 'paused-1', createdAt: '2020-01-01T00:00:00.000Z', status: 'paused' } as const;
    runs.receive([...runs.list, { ...paused, endedAt: '2099-01-01T00:00:00.000Z' }]);
    expect(runs.list[0].id).not.toBe('paused-1');
    expect(runs.current?.id).toBe('paused-1');
    runs.receive([...runs.list.slice(0, -1), { ...paused, endedAt: '2020-01-02T00:00:00.000Z' }]);
    expect(runs.current).toBeUndefined();
  });

  test('how far one is measured is forgotten where its end may have been missed: it may go on to more steps', async () => {
    const bridge = await openStudio();
    bridge.say({ event: 'runs.measuring', payload: { id, fraction: 0.5 } });
    expect(runs.measured(runs.byId(id)!)).toBe(0.5);
    runs.receive(runs.list);
    expect(runs.measured(runs.byId(id)!)).toBeUndefined();
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

  const at = (step: number) => report(step);

  test('a curve is true while its run reports quickly: each time all comes since the time before', async () => {
    const bridge = await openStudio();
    const curves = runs.curves(id);
    await settle();
    const last = reports.at(-1)!.step;
    const told = { report: at(last + 4), before: [1, 2, 3].map((more) => at(last + more)), after: last };
    bridge.say({ event: 'runs.report', payload: { id, ...told } });
    const { x, length } = curves.columns('loss');
    expect(Array.from(x).slice(length - 5, length)).toEqual([0, 1, 2, 3, 4].map((more) => last + more));
    expect(runs.byId(id)?.step).toBe(last + 4);
    expect(bridge.asked.filter(({ name }) => name === 'runs.metrics')).toHaveLength(1);
  });

  test('what a page missed that could not keep up is read, not again and again', async () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    let onDisk = [1, 2, 3].map(at);
    const bridge = await openStudio('full', {
      'runs.metrics': () => ({ reports: onDisk, total: onDisk.length }),
    });
    const curves = runs.curves(id);
    await settle();
    const asked = () => bridge.asked.filter(({ name }) => name === 'runs.metrics').length;
    const tell = async (step: number, after: number) => {
      bridge.say({ event: 'runs.report', payload: { id, report: at(step), before: [], after } });
      await settle();
    };
    now = 10_000;
    onDisk = [1, 2, 3, 4, 5, 6, 7].map(at);
    await tell(7, 6);
    expect([asked(), curves.length]).toEqual([2, 7]);
    now = 11_000;
    await tell(10, 9);
    expect([asked(), curves.length]).toEqual([2, 8]);
    now = 20_000;
    onDisk = Array.from({ length: 11 }, (_, step) => at(step + 1));
    await tell(11, 10);
    expect([asked(), curves.length]).toEqual([3, 11]);
    clock.mockRestore();
  });

  test('one under way goes on between two reports, and never back', async () => {
    const bridge = await openStudio();
    const { step, seconds, last } = runs.byId(id)!;
    bridge.say({ event: 'runs.step', payload: { id, step: step + 7, seconds: seconds + 2 } });
    expect(runs.byId(id)).toMatchObject({ step: step + 7, seconds: seconds + 2, last });
    bridge.say({ event: 'runs.step', payload: { id, step: step + 3, seconds: seconds + 1 } });
    expect(runs.byId(id)?.step).toBe(step + 7);
    const run = { ...runs.byId(id)!, status: 'paused' as const, step: step + 5 };
    bridge.say({ event: 'runs.changed', payload: { run } });
    bridge.say({ event: 'runs.step', payload: { id, step: step + 9, seconds: seconds + 3 } });
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
