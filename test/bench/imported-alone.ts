import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '../../electron/contract/corpus.ts';
import { createStudio, forkWorker } from '../../electron/studio/index.ts';

const KIB = 1024;

export interface ImportedAlone {
  readonly corpus: Corpus;
  /** resident in the process that read the text, at most */
  readonly bytes: number;
}

/** Imports a text into a workspace of its own, by a process that has done nothing before. Linux alone tells what that took. */
export async function importedAlone(path: string): Promise<ImportedAlone> {
  const folder = await mkdtemp(join(tmpdir(), 'aesop-bench-'));
  let pid: number | undefined;
  const studio = await createStudio({
    ...{ workspace: join(folder, 'workspace'), resources: folder, version: 'bench' },
    launchWorker: (options) => {
      const worker = forkWorker(options);
      pid = worker.pid;
      return worker;
    },
  });
  try {
    const { job } = await studio.request('corpora.import', { file: studio.files.grant(path) });
    const corpus = (await studio.wait(job)) as Corpus;
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return { corpus, bytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * KIB };
  } finally {
    await studio.close();
    await rm(folder, { recursive: true });
  }
}
