import { describe, expect, test } from 'vitest';
import type { Run } from '../../../../../electron/contract/run.ts';
import { actionsOf } from '../../../../../renderer/rooms/workshop/run/run-actions.ts';
import { before, byOrder } from '../../../../../renderer/rooms/workshop/run/run-order.ts';
import { runs } from '../../../fixtures/runs.ts';

const run = (more: Partial<Run>): Run => ({ ...runs[0], model: undefined, ...more });

const MEASURED = { loss: 1, accuracy: 0.5, perplexity: 2.7 };

describe('what can be done about a run', () => {
  test.each([
    [{ status: 'queued' }, undefined, ['leave']],
    [{ status: 'running' }, undefined, ['pause', 'stop']],
    [{ status: 'paused', step: 0 }, 'resume', ['delete']],
    [{ status: 'paused', step: 400 }, 'resume', ['keep']],
    [{ status: 'failed', step: 8200 }, 'resume', ['keep']],
    [{ status: 'failed', step: 0 }, 'restart', ['again', 'delete']],
    [{ status: 'stopped', model: 'm' }, 'tell', ['resume']],
    [{ status: 'stopped', step: 0 }, 'restart', ['delete']],
    [{ status: 'stopped', step: 400 }, 'resume', ['keep']],
    [{ status: 'paused', step: 20_000 }, 'finish', ['keep']],
    [{ status: 'failed', step: 20_000 }, 'finish', ['keep']],
    [{ status: 'stopped', step: 20_000 }, 'finish', ['more']],
    [{ status: 'stopped', step: 20_000, model: 'm', final: undefined }, 'tell', ['finish']],
    [{ status: 'stopped', step: 20_000, model: 'm', final: MEASURED }, 'tell', ['more']],
    [{ status: 'done', model: 'm', step: 20_000 }, 'tell', ['more']],
    [{ status: 'done', step: 20_000 }, 'more', ['again']],
  ] as const)('%o', (more, primary, others) => {
    expect(actionsOf(run(more))).toEqual({ ...(primary && { primary }), others });
  });
});

describe('the order of runs', () => {
  const at = (id: string, status: Run['status'], minute: number) =>
    run({ id, status, createdAt: `2026-11-21T09:${minute}:00.000Z` });
  const list = [
    at('d', 'done', 10),
    at('q2', 'queued', 13),
    at('q1', 'queued', 12),
    at('r', 'running', 11),
    at('f', 'failed', 14),
  ];

  test('is: under way, waiting as they will begin, the rest newest first', () => {
    expect(byOrder(list).map(({ id }) => id)).toEqual(['r', 'q1', 'q2', 'f', 'd']);
  });

  test('tells a waiting run what it waits for', () => {
    const waits = before(list[1], list);
    expect([waits.trains?.id, waits.waiting]).toEqual(['r', 1]);
  });
});
