import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FromWorker, JobInput, JobKind, JobResult } from '../../electron/contract/worker.ts';
import { Dispatcher } from '../../electron/worker/dispatcher.ts';
import type { Port } from '../../electron/worker/port.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

export const FABLE = 'long ago , the mice had a general council to consider what measures they could take .';

/** A worker in this process, for jobs that need no engine. */
export function localWorker() {
  const messages: FromWorker[] = [];
  const log: string[] = [];
  let deliver: (message: unknown) => void = () => {};
  let heard: () => void = () => {};
  const port: Port = {
    async send(message) {
      messages.push(message);
      heard();
    },
    onMessage: (listener) => (deliver = listener),
    onClosed: () => {},
  };
  new Dispatcher(port, (line) => log.push(line));
  const lastWord = (job: string) => (message: FromWorker) =>
    ['done', 'stopped', 'failed'].includes(message.type) && 'job' in message && message.job === job;
  async function ended(job: string): Promise<FromWorker> {
    for (;;) {
      const end = messages.find(lastWord(job));
      if (end) return end;
      await new Promise<void>((resolve) => (heard = resolve));
    }
  }
  let count = 0;
  async function run<K extends JobKind>(kind: K, input: JobInput<K>): Promise<JobResult<K>> {
    const job = `job_local${++count}`;
    deliver({ type: 'job', job, kind, input });
    const end = await ended(job);
    if (end.type === 'failed') throw end.error;
    if (end.type !== 'done') throw end;
    return end.result as JobResult<K>;
  }
  return { run, ended, messages, log, deliver: (message: unknown) => deliver(message) };
}

export async function fileWith(content: string | Uint8Array): Promise<string> {
  const path = join(temporaryFolder(), 'text.txt');
  await writeFile(path, content);
  return path;
}
