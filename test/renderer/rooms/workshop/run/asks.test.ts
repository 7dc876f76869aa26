import { expect, test } from 'vitest';
import { asks } from '../../../../../renderer/rooms/workshop/run/asks.svelte.ts';
import { runs as fixtures } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const [going] = fixtures;

test('what was asked of a run ends with it, also where another page resumes it', async () => {
  const bridge = await openStudio('full', { 'runs.stop': () => ({}) });
  const become = async (status: 'running' | 'stopped') => {
    bridge.say({ event: 'runs.changed', payload: { run: { ...going, status } } });
    await settle();
  };
  await become('running');
  asks.do('stop', going);
  await settle();
  expect(asks.of(going)).toBe('stop');

  await become('stopped');
  await become('running');
  expect(asks.of(going)).toBeUndefined();
});
