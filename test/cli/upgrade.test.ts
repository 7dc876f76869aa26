import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { frozen, hashes, versions } from '../fixtures/frozen.ts';
import { aesop, expectFailure } from './aesop.ts';

const env = { AESOP_ENGINE: 'portable' };

describe.each(versions)('the workspace of Aesop %s', (version) => {
  test('is one that the program lists, tells from and trains on', async () => {
    const { workspace, expected } = frozen(version);
    const asked = (...args: string[]) => aesop([...args, '--workspace', workspace], { env });
    for (const [verb, things] of Object.entries({ models: expected.models, runs: expected.runs })) {
      const { code, stdout } = await asked(verb);
      expect(code).toBe(0);
      for (const { id } of things) expect(stdout).toContain(id);
    }
    const { model, prompt, length, text } = expected.told;
    const told = await asked('tell', model, '--prompt', prompt, '--length', String(length), '--greedy', '--quiet');
    expect(told.stdout.trim()).toBe(text);
    const { id, step } = expected.runs.find(({ status }) => status === 'paused')!;
    const resumed = await asked('train', '--resume', id, '--steps', String(step + 20), '--json');
    expect(resumed).toMatchObject({ code: 0 });
    expect((await asked('models')).stdout).toContain(id);
  });

  test.each([
    ['mark', 'aesop-workspace.json'],
    ['settings', 'settings.json'],
  ])('with the %s of a newer Aesop is refused by both versions, and stays as it is', async (_, file) => {
    const { workspace } = frozen(version);
    const path = join(workspace, file);
    const text = readFileSync(path, 'utf8');
    const { version: known } = JSON.parse(text) as { version: number };
    writeFileSync(path, text.replace(/"version": \d+/, `"version": ${known + 1}`));
    const before = hashes(workspace);
    for (const args of [['models'], ['trash', '--empty'], ['serve']]) {
      const refused = await aesop([...args, '--workspace', workspace], { env });
      expectFailure(refused, 1, new RegExp(`newer Aesop.*version ${known + 1}.*up to ${known}\\.`));
      expect(refused.stderr).toMatch(/Install the newest Aesop/);
    }
    expect(hashes(workspace)).toEqual(before);
  });
});
