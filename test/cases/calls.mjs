// Runs the built program, named by the first argument, once for each line of stdin: a JSON array of its arguments. What it
// wrote comes as one line of stdout. One process for many calls, since loading the program costs as much as what it does.
import { createInterface } from 'node:readline';

const [program] = process.argv.splice(2);
const write = process.stdout.write.bind(process.stdout);
// each call of the program listens for signals and closed pipes of its own
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0);

let calls = 0;
for await (const line of createInterface(process.stdin)) {
  let stdout = '';
  process.stdout.write = (text) => Boolean((stdout += text));
  process.argv.splice(2, Infinity, ...JSON.parse(line));
  await import(`${program}?call=${calls++}`);
  process.stdout.write = write;
  write(`${JSON.stringify(stdout)}\n`);
}
process.exitCode = 0;
