import { engineMessage } from '../../contract/engine-label.ts';
import type { Machine } from '../../contract/machine.ts';
import { message } from '../../contract/message.ts';
import { dim, green, red } from '../output/styled.ts';
import { factLines } from '../output/table.ts';
import type { Host } from '../host.ts';
import type { Verb } from '../verb.ts';

function machineFacts({ translator, numbers }: Host, machine: Machine): string[] {
  const { engine, gpus, cores, memory, freeMemory, versions, measured } = machine;
  const { bytes, decimal } = numbers;
  const facts: [string, string][] = [
    [translator.text('facts.engine'), translator.say(engineMessage(engine.label))],
    [
      translator.text('facts.processor'),
      translator.text('doctor.processor', { cores, memory: bytes(memory), free: bytes(freeMemory) }),
    ],
    ...gpus.map(({ index, name, memory: size, driver }): [string, string] => [
      translator.text('facts.gpu', { index }),
      translator.text('doctor.gpu', { name, memory: bytes(size), driver }),
    ]),
    [
      translator.text('facts.versions'),
      Object.entries(versions)
        .map((entry) => entry.join(' '))
        .join(', '),
    ],
  ];
  if (measured !== undefined)
    facts.push([
      translator.text('facts.measured'),
      translator.text('doctor.measured', {
        milliseconds: decimal(measured.stepMilliseconds, 1),
        words: Math.round(measured.wordsPerSecond),
      }),
    ]);
  return factLines(facts);
}

function show(host: Host, machine: Machine): void {
  const { terminal, translator } = host;
  for (const { name, ok, found, fix } of machine.checks) {
    const check = message(`checks.${name}`);
    const told = translator.text('doctor.check', { check, found: translator.say(found) });
    terminal.line(ok ? green('✓') : red('✗'), ` ${told}`);
    if (fix !== '') terminal.line(dim(`    ${translator.say(fix)}`));
  }
  terminal.line();
  for (const line of machineFacts(host, machine)) terminal.line(line);
  const { reason } = machine.engine;
  if (reason === '') return;
  terminal.line();
  const [first, second] = [translator.say(reason), translator.say(machine.install)];
  terminal.line(translator.text('common.sentences', { first, second }).trimEnd());
}

/** What computes here, why not something better, and how fast it is. */
export const doctor: Verb = {
  name: 'doctor',
  arguments: [],
  flags: [],
  examples: ['aesop doctor'],
  async run(host) {
    const { workspace } = (await host.studio()).folders;
    const machine = await host.job('probe', { measure: true, workspace }, 'measuring');
    for (const check of machine.checks) host.json({ type: 'check', ...host.forPrograms.check(check) });
    host.json({ type: 'machine', ...host.forPrograms.machine(machine) });
    if (!host.options.json) show(host, machine);
  },
};
