// Workers for short jobs that outlive who had them: bringing one up costs a test more processor time than most jobs do.
// A worker whose holder ends it between two jobs waits for the next holder; one that is ended amid a job ends.
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { listenersSince } from './listeners.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** What ends a job, in the messages of a worker. */
const ENDS = new Set(['done', 'failed', 'stopped']);
/** More would only take memory. */
const MOST = 2;

/** @type {{ child: ChildProcess, key: string, lend: () => ChildProcess }[]} */
const waiting = [];
/** @type {Set<ChildProcess>} all that live */
const kept = new Set();
let endsAll = false;

/** @param {ChildProcess} child @param {'ref' | 'unref'} how */
function hold(child, how) {
  for (const part of [child, child.channel, child.stdout, child.stderr]) /** @type {any} */ (part)?.[how]?.();
}

/**
 * @param {ChildProcess} child
 * @param {Partial<ChildProcess>} own what is another's with each who has it
 */
const withItsOwn = (child, own) =>
  new Proxy(child, {
    get(of, name) {
      const value = Reflect.get(name in own ? own : of, name);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });

/** @param {ChildProcess} child */
function follow(child) {
  kept.add(child);
  child.once('exit', () => {
    kept.delete(child);
    const at = waiting.findIndex((each) => each.child === child);
    if (at >= 0) waiting.splice(at, 1);
  });
}

/**
 * Makes a child one that can be had again and again.
 * @param {ChildProcess} child
 * @param {string} key only who would start the same gets it
 */
function lendable(child, key) {
  follow(child);
  let jobs = 0;
  child.on('message', (/** @type {any} */ message) => {
    if (ENDS.has(message?.type)) jobs -= 1;
  });
  const send = child.send.bind(child);
  /** @type {typeof send} */
  child.send = (/** @type {any} */ message, /** @type {any[]} */ ...rest) => {
    if (message?.type === 'job') jobs += 1;
    return /** @type {any} */ (send)(message, ...rest);
  };
  const emitters = [child, child.stdout, child.stderr].filter((each) => each !== null);
  const lend = () => {
    const leave = listenersSince(emitters);
    let had = true;
    /** @type {typeof child.kill} */
    const kill = (signal) => {
      // also when it is already another's
      if (!had) return false;
      if (jobs > 0 || !child.connected || waiting.length >= MOST) return child.kill(signal);
      had = false;
      waiting.push({ child, key, lend });
      hold(child, 'unref');
      const told = leave().filter(({ emitter, event }) => emitter === child && (event === 'exit' || event === 'close'));
      // as with a real end: after whoever asked for it has gone on
      setImmediate(() => told.forEach(({ listener }) => listener.call(child, null, 'SIGKILL')));
      return true;
    };
    hold(child, 'ref');
    return withItsOwn(child, {
      kill,
      get connected() {
        return had && child.connected;
      },
    });
  };
  return lend();
}

/**
 * Keeps the workers for short jobs that this process forks from now on.
 * @returns {() => void} keeps no further one
 */
export function keepWorkers() {
  // before anything of a call listens: what a call leaves listening is taken from this process
  if (!endsAll) process.once('exit', () => kept.forEach((child) => child.kill('SIGKILL')));
  endsAll = true;
  const { fork } = childProcess;
  /** @type {(path: string, args: string[], options: object) => ChildProcess} */
  const forkKept = (path, args, options) => {
    if (args[0] !== 'assist') return fork(path, args, options);
    const key = JSON.stringify([path, args, options]);
    const at = waiting.findIndex((each) => each.key === key && each.child.connected);
    return at < 0 ? lendable(fork(path, args, options), key) : waiting.splice(at, 1)[0].lend();
  };
  childProcess.fork = /** @type {typeof fork} */ (forkKept);
  syncBuiltinESMExports();
  return () => {
    childProcess.fork = fork;
    syncBuiltinESMExports();
  };
}
