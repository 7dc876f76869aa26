// Runs the built program, named by the first argument, once for each message from the process that forked this: the
// arguments of a call. One process for many calls, since loading the program costs as much as what it does. A call is over
// when nothing of it is left that would keep a process of its own going; then `mark` ends what it wrote on both streams.
import { pathToFileURL } from 'node:url';
import { keepWorkers } from '../tools/kept-workers.mjs';
import { listenersSince } from '../tools/listeners.mjs';

const [program, mark] = process.argv.splice(2);
const emitters = [process, process.stdout, process.stderr];
keepWorkers();

/** @returns {string} what keeps this process going */
const keptBy = () => process.getActiveResourcesInfo().sort().join();
/** @type {() => Promise<string>} the same, always asked from within a timer */
const soonKeptBy = () => new Promise((resolve) => setTimeout(() => resolve(keptBy()), 8));

let calls = 0;
/** @param {string[]} args */
async function call(args) {
  const leaveNone = listenersSince(emitters);
  process.argv = [process.execPath, program, ...args];
  process.exitCode = undefined;
  calls += 1;
  await import(`${pathToFileURL(program)}?call=${calls}`);
  while ((await soonKeptBy()) !== idle);
  for (const { emitter, event, listener } of leaveNone())
    if (emitter === process && event === 'exit') listener.call(process, process.exitCode);
  for (const stream of [process.stdout, process.stderr]) stream.write(mark);
  process.send?.({ code: process.exitCode ?? 0 });
}
process.on('message', (args) => void call(/** @type {string[]} */ (args)));
const idle = await soonKeptBy();
process.send?.({ ready: true });
