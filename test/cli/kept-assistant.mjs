// One assistant serves the calls of a process one after the other: its start takes more than most of its jobs. A call that is
// done with an assistant ends it; where it is idle, it is kept for the next call of the same program and environment, and
// everything of this call hears that it ended.
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { listenersSince } from './listeners.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const LAST_WORDS = new Set(['done', 'failed', 'stopped']);
const { fork, ChildProcess } = childProcess;
/** @type {{ child: ChildProcess, key: string } | undefined} */
let kept;

/** @param {ChildProcess} child @param {NodeJS.Signals | number} [signal] */
const end = (child, signal) => ChildProcess.prototype.kill.call(child, signal);

/** @param {ChildProcess} child */
const isAlive = (child) => child.connected && !child.killed && child.exitCode === null && child.signalCode === null;

/** @param {ChildProcess} child @param {'ref' | 'unref'} how */
function hold(child, how) {
  for (const part of /** @type {any[]} */ ([child, child.channel, child.stdout, child.stderr])) part?.[how]?.();
}

/** @param {ChildProcess} child @param {string} key */
function lend(child, key) {
  const leaveNone = listenersSince(/** @type {NodeJS.EventEmitter[]} */ ([child, child.stdout, child.stderr]));
  const { send } = child;
  let jobs = 0;
  child.prependListener('message', (/** @type {any} */ { type }) => void (jobs -= LAST_WORDS.has(type) ? 1 : 0));
  child.send = (/** @type {any} */ message, /** @type {any[]} */ ...rest) => {
    if (message.type === 'job') jobs += 1;
    return send.call(child, message, ...rest);
  };
  child.kill = (signal) => {
    child.send = send;
    if (jobs > 0 || kept || !isAlive(child)) return end(child, signal);
    // a call that is over ends it once more when its process would exit: by then it may be the next one's
    child.kill = () => true;
    const told = leaveNone().filter(
      ({ emitter, event }) => emitter === child && (event === 'exit' || event === 'close'),
    );
    hold(child, 'unref');
    kept = { child, key };
    process.nextTick(() => told.forEach(({ listener }) => listener.call(child, null, signal ?? 'SIGTERM')));
    return true;
  };
  return child;
}

childProcess.fork = /** @type {typeof fork} */ (
  (
    /** @type {string} */ path,
    /** @type {string[]} */ args,
    /** @type {import('node:child_process').ForkOptions} */ options,
  ) => {
    if (args[0] !== 'assist') return fork(path, args, options);
    const key = JSON.stringify([path, options.env]);
    const found = kept?.key === key && isAlive(kept.child) ? kept.child : undefined;
    if (kept && !found) end(kept.child, 'SIGKILL');
    kept = undefined;
    if (found) hold(found, 'ref');
    return lend(found ?? fork(path, args, options), key);
  }
);
syncBuiltinESMExports();
