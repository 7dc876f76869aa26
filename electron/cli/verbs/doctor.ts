import { engineMessage } from '../../contract/engine-label.ts';
import type { EngineOffer, Machine } from '../../contract/machine.ts';
import { message } from '../../contract/message.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { throttled } from '../output/progress-bar.ts';
import { dim, green, red } from '../output/styled.ts';
import { factLines } from '../output/table.ts';
import type { Host } from '../host.ts';
import { switchFlag, type Verb } from '../verb.ts';

function machineFacts(host: Host, machine: Machine): string[] {
  const { translator, numbers } = host;
  const { engine, gpus, cores, memory, freeMemory, versions, measured } = machine;
  const { bytes } = numbers;
  const facts: [string, string][] = [
    [translator.text('facts.engine'), translator.say(engineMessage(engine.label))],
    [
      translator.text('facts.processor'),
      translator.text('doctor.processor', { cores, memory: bytes(memory), free: bytes(freeMemory) }),
    ],
    ...gpus.map(({ index, name, memory: size, free, driver }): [string, string] => {
      const card = { name, memory: bytes(size), driver };
      return [
        translator.text('facts.gpu', { index }),
        free === undefined
          ? translator.text('doctor.gpu', card)
          : translator.text('doctor.gpuFree', { ...card, free: bytes(free) }),
      ];
    }),
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
        steps: stepsText(host, measured.stepMilliseconds),
        symbols: Math.round(measured.symbolsPerSecond),
      }),
    ]);
  return factLines(facts);
}

/** What the step took on each engine, the quicker one first. */
function stepsText({ translator, numbers }: Host, steps: NonNullable<Machine['measured']>['stepMilliseconds']): string {
  const said = Object.entries(steps).sort(([, a], [, b]) => a - b);
  return said
    .map(([engine, milliseconds]) => {
      const key = engine === 'portable' ? 'doctor.onPortable' : 'doctor.onTensorflow';
      return translator.text(key, { milliseconds: numbers.decimal(milliseconds, 1) });
    })
    .join(translator.text('settingWords.comma'));
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
  if (reason !== '') {
    const [first, second] = [translator.say(reason), translator.say(machine.install)];
    terminal.line();
    terminal.line(translator.text('common.sentences', { first, second }).trimEnd());
  }
  const [offer] = machine.offers;
  if (offer === undefined) return;
  terminal.line();
  terminal.line(offerLine(host, offer));
}

function offerLine(host: Host, { variant, download, disk }: EngineOffer): string {
  const { translator, numbers } = host;
  return translator.text('doctor.offer', {
    engine: translator.text(variant === 'gpu' ? 'doctor.offerGpu' : 'doctor.offerCpu'),
    download: numbers.bytes(download),
    disk: numbers.bytes(disk),
    command: host.commandLine('doctor', '--fix'),
  });
}

/** Brings the best engine that is offered; Ctrl-C leaves off, and the next time goes on. */
async function fix(host: Host, { offers }: Machine): Promise<void> {
  const [offer] = offers;
  if (offer === undefined) return host.say(host.translator.text('doctor.nothingToBring'));
  const studio = await host.studio();
  let fraction = 0;
  const draw = throttled(() => host.progress('bringing', fraction));
  const unheard = studio.on('job.progress', (told) => {
    fraction = told.fraction;
    draw();
  });
  const { job } = await studio.request('machine.bringEngine', { variant: offer.variant });
  try {
    await host.interruptible(studio.wait(job), () => void studio.request('jobs.cancel', { job }));
  } finally {
    unheard();
    host.terminal.clearStatus();
  }
  host.say(host.translator.text('doctor.brought'));
}

async function describe(host: Host, measure: boolean): Promise<Machine> {
  const { workspace } = (await host.studio()).folders;
  return host.job('probe', { measure, workspace }, 'measuring');
}

/** What computes here, why not something better, and how fast it is. */
export const doctor: Verb = {
  name: 'doctor',
  arguments: [],
  flags: [
    switchFlag('fix', terminalMessage('flags.fix'), 'engine'),
    switchFlag('remove', terminalMessage('flags.remove'), 'engine'),
  ],
  alternatives: ['fix', 'remove'],
  examples: ['aesop doctor', 'aesop doctor --fix'],
  async run(host, _args, options) {
    if (options.remove === true) {
      await (await host.studio()).request('machine.dismissEngine', {});
      return host.say(host.translator.text('doctor.removed'));
    }
    if (options.fix === true) await fix(host, await describe(host, false));
    const machine = await describe(host, true);
    for (const check of machine.checks) host.json({ type: 'check', ...host.forPrograms.check(check) });
    host.json({ type: 'machine', ...host.forPrograms.machine(machine) });
    if (!host.options.json) show(host, machine);
  },
};
