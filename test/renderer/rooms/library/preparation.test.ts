import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Corpus } from '../../../../electron/contract/corpus.ts';
import { library } from '../../../../electron/messages/en/page/library.ts';
import { preparationLabel } from '../../../../electron/messages/en/preparation.ts';
import Preparation from '../../../../renderer/rooms/library/preparation/Preparation.svelte';
import { corpora } from '../../fixtures/corpora.ts';
import { openStudio, settle } from '../../studio-page.ts';

const JOB = 'job_prepare1';
const corpus: Corpus = {
  ...corpora[0],
  preparation: [{ step: 'wrapped', done: true, sure: true, places: 3, characters: 30, share: 0.1, examples: [] }],
};

const wrapped = () => screen.getByRole<HTMLInputElement>('switch', { name: preparationLabel.wrapped });

test('from the press on until a text is prepared nothing about it can be chosen', async () => {
  let begin = () => {};
  const asked = new Promise<void>((resolve) => (begin = resolve));
  const bridge = await openStudio('full', {
    'corpora.prepare': () => asked.then(() => ({ job: JOB })),
  });
  render(Preparation, { corpus });
  await fireEvent.click(wrapped());
  await fireEvent.click(await screen.findByRole('button', { name: library.prepareAgain }));
  expect(wrapped().disabled).toBe(true);
  expect(screen.queryByRole('button', { name: library.prepareAgain })).toBeNull();

  begin();
  await settle();
  expect(wrapped().disabled).toBe(true);
  bridge.say({ event: 'job.stopped', payload: { job: JOB, kind: 'prepare' } });
  await settle();
  expect(wrapped().disabled).toBe(false);
  expect(wrapped().checked).toBe(false);
});
