import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { PlainError } from '../../electron/contract/errors.ts';
import { fromWorkerSchema, type FromWorker, type JobInput, type JobKind } from '../../electron/contract/worker.ts';
import { bundle } from './bundle.ts';

export type LastWord =
  | Extract<FromWorker, { type: 'done' | 'stopped' | 'failed' }>
  | { type: 'died'; signal: NodeJS.Signals | null; code: number | null };

export interface Client {
  child: ChildProcess;
  messages: FromWorker[];
  run<K extends JobKind>(kind: K, input: JobInput<K>): Promise<LastWord>;
  ask(type: 'stop' | 'pause'): void;
  /** resolves with the first message of that type */
  heard<T extends FromWorker['type']>(type: T): Promise<Extract<FromWorker, { type: T }>>;
  end(): Promise<void>;
}

/** A real worker process, as the studio would start one. */
export async function startWorker(env: Record<string, string> = {}, execPath?: string): Promise<Client> {
  const path = join(await bundle(), 'worker.js');
  const child = fork(path, [], {
    env: { ...process.env, ...env },
    execPath,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr!.resume();
  const messages: FromWorker[] = [];
  const listeners = new Set<(message: FromWorker) => void>();
  child.on('message', (raw) => {
    const message = fromWorkerSchema.parse(raw);
    messages.push(message);
    for (const listener of [...listeners]) listener(message);
  });
  const gone = new Promise<LastWord>((resolve) =>
    child.once('exit', (code, signal) => resolve({ type: 'died', code, signal })),
  );
  return {
    child,
    messages,
    run(kind, input) {
      const ended = new Promise<LastWord>((resolve) => {
        listeners.add((message) => {
          if (message.type === 'done' || message.type === 'stopped' || message.type === 'failed') resolve(message);
        });
      });
      child.send({ type: 'job', job: 'job_test01', kind, input });
      return Promise.race([ended, gone]);
    },
    ask: (type) => void child.send({ type, job: 'job_test01' }),
    heard: (type) =>
      new Promise((resolve) => {
        const look = (message: FromWorker) => {
          if (message.type === type) resolve(message as never);
        };
        messages.forEach(look);
        listeners.add(look);
      }),
    async end() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** The error that a job failed with. */
export function failureOf(word: LastWord): PlainError {
  if (word.type !== 'failed') throw new Error(`The job ended with ${JSON.stringify(word)}`);
  return word.error;
}
