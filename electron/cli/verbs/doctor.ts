import { CHECK_NAMES, type Machine } from '../../contract/machine.ts';
import { bytes, grouped } from '../output/numbers.ts';
import { dim, green, red } from '../output/styled.ts';
import { factLines } from '../output/table.ts';
import type { Host } from '../host.ts';
import type { Verb } from '../verb.ts';

function machineFacts({ engine, gpus, cores, memory, freeMemory, versions, measured }: Machine): string[] {
  const facts: [string, string][] = [
    ['engine', engine.label],
    ['processor', `${cores} cores, ${bytes(memory)} of memory, ${bytes(freeMemory)} free`],
    ...gpus.map(({ index, name, memory: size, driver }): [string, string] => [
      `gpu ${index}`,
      `${name}, ${bytes(size)}, driver ${driver}`,
    ]),
    [
      'versions',
      Object.entries(versions)
        .map((entry) => entry.join(' '))
        .join(', '),
    ],
  ];
  if (measured !== undefined)
    facts.push([
      'measured',
      `${measured.stepMilliseconds.toFixed(1)} ms a small step (2 layers of 128 units), ${grouped(measured.wordsPerSecond)} words told a second`,
    ]);
  return factLines(facts);
}

function show({ terminal }: Host, machine: Machine): void {
  for (const { name, ok, found, fix } of machine.checks) {
    terminal.line(ok ? green('✓') : red('✗'), ` ${CHECK_NAMES[name].en}: ${found}`);
    if (fix !== '') terminal.line(dim(`    ${fix}`));
  }
  terminal.line();
  for (const line of machineFacts(machine)) terminal.line(line);
  if (machine.engine.reason === '') return;
  terminal.line();
  terminal.line(`${machine.engine.reason} ${machine.install}`.trimEnd());
}

/** What computes here, why not something better, and how fast it is. */
export const doctor: Verb = {
  name: 'doctor',
  arguments: [],
  summary: 'Say which engine computes here and why, what is found or missing with its fix, and measure a small step.',
  flags: [],
  examples: ['aesop doctor'],
  async run(host) {
    const { workspace } = (await host.studio()).folders;
    const machine = await host.job('probe', { measure: true, workspace }, 'measuring');
    for (const check of machine.checks) host.json({ type: 'check', ...check });
    host.json({ type: 'machine', ...machine });
    if (!host.options.json) show(host, machine);
  },
};
