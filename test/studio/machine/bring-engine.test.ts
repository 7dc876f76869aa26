import { expect, test } from 'vitest';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fakeLauncher } from '../fake-worker.ts';
import { openStudio } from '../open-studio.ts';

/** A studio whose workers have brought an engine at once, and what they were asked. */
async function bringing() {
  const { launch, workers } = fakeLauncher((worker, message) => {
    if (message.type === 'job') worker.say({ type: 'done', job: message.job, result: { engine: 'x' } });
  });
  const studio = await openStudio(temporaryFolder(), { launchWorker: launch });
  const asked = () =>
    workers.flatMap(({ received }) => received).flatMap((each) => (each.type === 'job' ? [each.input] : []));
  return { studio, asked };
}

test('an engine is brought from the mirror of the settings, or out of a granted folder', async () => {
  const { studio, asked } = await bringing();
  const index = 'https://mirror.example/simple';
  await studio.request('settings.set', { packageIndex: index });
  await studio.wait((await studio.request('machine.bringEngine', { variant: 'cpu' })).job);
  const wheels = temporaryFolder();
  const folder = studio.files.grant(wheels);
  await studio.wait((await studio.request('machine.bringEngine', { variant: 'gpu', folder })).job);
  expect(asked()).toEqual([
    { variant: 'cpu', index },
    { variant: 'gpu', index, folder: wheels },
  ]);
});

test('a folder that nobody granted is none', async () => {
  const { studio, asked } = await bringing();
  const folder = `file_${'a'.repeat(36)}`;
  const { job } = await studio.request('machine.bringEngine', { variant: 'cpu', folder });
  await expect(studio.wait(job)).rejects.toMatchObject({ code: 'file-not-granted' });
  expect(asked()).toEqual([]);
});
