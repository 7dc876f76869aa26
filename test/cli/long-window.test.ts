import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aesop, FABLE, temporaryFolder, usePortableEngine } from './aesop.ts';

usePortableEngine();

const SMALL = ['--preset', 'fable', '--steps', '20', '--units', '8', '--window-length', '64', '--evaluate-every', '20'];

test('a story in the log shows only the end of a long window; a model that is there already is told when it comes again', async () => {
  const folder = await temporaryFolder();
  const asked = (...args: string[]) => aesop([...args, '--workspace', join(folder, 'Aesop')]);
  const trained = await asked('train', FABLE, ...SMALL);
  expect(trained.code).toBe(0);
  const stories = (trained.stdout + trained.stderr).split('\n').filter((line) => /^\s+“…/.test(line));
  expect(stories.length).toBeGreaterThan(0);
  for (const line of stories) expect(line).not.toContain('the mice had a general council');

  const [{ id, name }] = (await asked('models', '--json')).json() as { id: string; name: string }[];
  const file = join(folder, 'model.zip');
  expect((await asked('export', id, '--target', file)).code).toBe(0);
  expect((await asked('import', file, '--json')).json().at(-1)).toMatchObject({ type: 'imported', sameAs: id });
  const again = await asked('import', file);
  expect(again.stderr + again.stdout).toContain(name);
  expect(again.stderr + again.stdout).toContain(id);
  expect((await asked('import', file, '--quiet')).stderr).toBe('');
});
