import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AesopError } from '../../../electron/contract/errors.ts';
import { samplingSchema } from '../../../electron/contract/story.ts';
import type { Context } from '../../../electron/studio/context.ts';
import { Events } from '../../../electron/studio/events.ts';
import { Jobs } from '../../../electron/studio/jobs/jobs.ts';
import { storyVerbs } from '../../../electron/studio/stories/stories.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

test('a process that dies while it tells is not taken for a training', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'card.json'), '{}');
  const events = new Events();
  const jobs = new Jobs(events);
  const died = new AesopError('helper-died', { reason: 'SIGKILL' }, 'its last line');
  const context = {
    events,
    jobs,
    models: { run: () => Promise.reject(died) },
    workspace: { models: { path: () => folder }, stories: {} },
  };
  const verbs = storyVerbs(context as unknown as Context);
  const sampling = samplingSchema.parse({});
  const { job } = await verbs['stories.tell']({ model: 'm', prompt: 'x', sampling });
  await expect(jobs.wait(job)).rejects.toMatchObject({
    code: 'teller-died',
    values: { reason: 'SIGKILL' },
    detail: 'its last line',
  });
});
