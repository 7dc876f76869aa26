import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { diskNeeded } from '../../../../../electron/advice/disk.ts';
import { vocabularySizeOf } from '../../../../../electron/advice/estimate.ts';
import { Draft } from '../../../../../renderer/rooms/workshop/draft/draft.svelte.ts';
import Estimate from '../../../../../renderer/rooms/workshop/draft/Estimate.svelte';
import { machine as stateOfMachine } from '../../../../../renderer/state/machine.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { corpora } from '../../../fixtures/corpora.ts';
import { machine } from '../../../fixtures/machine.ts';
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
