import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { samplingSchema, type Draft } from '../../../electron/contract/story.ts';
import { readDraft, writeDraft } from '../../../electron/storage/stories/draft-file.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const sampling = samplingSchema.parse({ seed: 7 });
const draft: Draft = { prompt: 'Elowen stood\nupon the quay', written: true, model: 'fable', sampling, story: 'one' };

test('a draft is read as it was written, also without a line, a model and a story', async () => {
  const { draftPath } = await openWorkspace(temporaryFolder());
  expect(await readDraft(draftPath)).toBeNull();
  await writeDraft(draftPath, draft);
  expect(await readDraft(draftPath)).toEqual(draft);
  await writeDraft(draftPath, { written: false, sampling });
  expect(await readDraft(draftPath)).toEqual({ written: false, sampling });
});

test('a damaged one is none and gives way; one of a later Aesop is left as it is', async () => {
  const { draftPath } = await openWorkspace(temporaryFolder());
  for (const text of ['{"version":1,', '{"version":1,"prompt":7}', '\0']) {
    await writeFile(draftPath, text);
    expect(await readDraft(draftPath)).toBeNull();
  }
  await writeDraft(draftPath, draft);
  expect(await readDraft(draftPath)).toEqual(draft);
  const later = '{"version":2,"lines":[]}';
  await writeFile(draftPath, later);
  expect(await readDraft(draftPath)).toBeNull();
  await writeDraft(draftPath, draft);
  expect(await readFile(draftPath, 'utf8')).toBe(later);
});
