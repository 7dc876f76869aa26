import type { FromWorker, ToWorker } from '../../electron/contract/worker.ts';
import type { LaunchOptions, LaunchWorker, WorkerEnd } from '../../electron/studio/index.ts';

/** A worker without a process: the test says what it answers, and when it dies. */
export interface FakeWorker {
  readonly options: LaunchOptions;
  readonly received: ToWorker[];
  killed: boolean;
  say(message: FromWorker): void;
  die(end?: Partial<WorkerEnd>): void;
}

type Answer = (worker: FakeWorker, message: ToWorker) => void;

/** Launches fakes that all answer in one way. */
export function fakeLauncher(answer: Answer = () => {}): { launch: LaunchWorker; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const launch: LaunchWorker = (options) => {
    const listeners: ((message: unknown) => void)[] = [];
    const exits: ((end: WorkerEnd) => void)[] = [];
    let dead: WorkerEnd | undefined;
    const worker: FakeWorker = {
      options,
      received: [],
      killed: false,
      say: (message) => listeners.forEach((listener) => listener(message)),
      die(end = {}) {
        if (dead) return;
        dead = { code: null, signal: 'SIGKILL', lastLines: [], ...end };
        for (const exit of exits) exit(dead);
      },
    };
    workers.push(worker);
    return {
      pid: 4000 + workers.length,
      send(message) {
        worker.received.push(message);
        setImmediate(() => answer(worker, message));
      },
      onMessage: (listener) => void listeners.push(listener),
      onExit: (exit) => void (dead ? exit(dead) : exits.push(exit)),
      kill() {
        worker.killed = true;
        setImmediate(() => worker.die());
      },
    };
  };
  return { launch, workers };
}
