import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const draft = (folder: string, tag = `v${version}`) =>
  spawnSync(join(ROOT, '.ci', 'draft'), [tag, folder, '--dry-run'], { encoding: 'utf8' });

// The job that drafts runs on Linux.
test.runIf(process.platform === 'linux')('a release has its installers, what they are made of, and every hash', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'Aesop Setup.exe'), 'an installer');
  writeFileSync(join(folder, 'builder-debug.yml'), 'not for others');
  // twice, as after a draft that failed
  for (let round = 0; round < 2; round++) execFileSync(join(ROOT, '.ci', 'attachments'), [folder]);
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
  const hash = createHash('sha256').update('an installer').digest('hex');
  expect(sums).toEqual([`${hash}  Aesop Setup.exe`, expect.stringMatching(/^[0-9a-f]{64} {2}aesop\.cdx\.json$/)]);
  const bill = JSON.parse(readFileSync(join(folder, 'aesop.cdx.json'), 'utf8')) as {
    bomFormat: string;
    components: { name: string }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['@tensorflow/tfjs', 'svelte', 'zod']),
  );
  const attached = ['SHA256SUMS', 'Aesop Setup.exe', 'aesop.cdx.json'].map((name) => join(folder, name));
  expect(draft(folder).stdout.trim().split('\n')).toEqual(attached);
  expect(draft(folder, 'v99.0.0')).toMatchObject({ status: 1, stderr: expect.stringContaining(version) as string });
  writeFileSync(join(folder, 'Aesop Setup.exe'), 'another');
  expect(draft(folder).status).toBe(1);
});
