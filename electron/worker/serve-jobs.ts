import { Dispatcher } from './dispatcher.ts';
import { openPort } from './port.ts';

const log = (line: string) => void process.stderr.write(`${line}\n`);

const port = openPort();
const dispatcher = new Dispatcher(port, log);

async function dieOf(thrown: unknown): Promise<void> {
  log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
  await dispatcher.fail(thrown);
  process.exit(1);
}
process.on('uncaughtException', (error) => void dieOf(error));
process.on('unhandledRejection', (reason) => void dieOf(reason));
// A pipe that nobody reads any more is no reason to lose a checkpoint.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// The studio is gone: a training writes its checkpoint, then all ends.
port.onClosed(() => void dispatcher.pauseAll().finally(() => process.exit(0)));
void port.send({ type: 'ready', pid: process.pid });
