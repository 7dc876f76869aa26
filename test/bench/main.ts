/**
 * `npm run bench -- [--peers] [--portable] [--threads N] [--rounds N] [--only NAME] [--precision fast]`: what a training
 * step, a told symbol and a measured text cost here, on TensorFlow and the portable engine in turn, with `--portable` on
 * that alone; with `--peers` beside PyTorch and TensorFlow in the same run. One thread each (`--threads 1`) compares
 * fairly on a busy machine, where PyTorch's threads wait for each other. `--precision fast` rounds our products to
 * bfloat16 where the processor has AMX, and PyTorch runs under bfloat16 autocast, too. Instead of that,
 *
 * - `--profile [--only NAME]` makes steps op by op and says how far each kind of op is from what it takes at least,
 * - `--estimates [--fit PATH]` says how far the estimate of a step is from what it takes,
 * - `--trainings [--portable] [--only 1,2]` makes whole trainings beside how long each was estimated to take,
 * - `--growth [--plots FILE.svg]` says how steps and memory grow with words, units, layers, steps and lanes,
 * - `--article 1x512|2x512 [--seed N] [--steps N]` makes the article's whole run,
 * - `--import [--megabytes N]` measures how long the studio's process is blocked while a text comes in,
 * - `--stories N` what it takes to list, keep and delete among so many kept stories.
 */
import { parseArgs } from 'node:util';
import { createKernels } from '../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../electron/engine/runtime/index.ts';
import { english } from '../../electron/messages/english.ts';
import { runArticle } from './article.ts';
import { interleaved, median, type Contestant } from './measure.ts';
import { ourEvaluation, ourTelling, ourTraining } from './ours.ts';
import { Peer } from './peers.ts';
import { EVALUATION, TELLING, TRAINING } from './subjects.ts';

const { values: options } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    portable: { type: 'boolean', default: false },
    threads: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    precision: { type: 'string', default: 'float32' },
    article: { type: 'string' },
    import: { type: 'boolean', default: false },
    stories: { type: 'string' },
    estimates: { type: 'boolean', default: false },
    trainings: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    fit: { type: 'string' },
    growth: { type: 'boolean', default: false },
    plots: { type: 'string' },
    megabytes: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '50000' },
  },
});

if (options.import) {
  const { measureImport } = await import('./importing.ts');
  await measureImport(Number(options.megabytes));
  process.exit(0);
}

if (options.stories) {
  const { measureKeptStories } = await import('./kept-stories.ts');
  await measureKeptStories(Number(options.stories));
  process.exit(0);
}

if (options.trainings) {
  const { measureTrainings } = await import('./trainings.ts');
  const only = options.only.split(',').map(Number).filter(Boolean);
  await measureTrainings(options.portable ? ['portable'] : ['tensorflow', 'portable'], only);
  process.exit(0);
}

const threads = Number(options.threads) || undefined;
const precision = options.precision === 'fast' ? 'fast' : 'float32';
const runtime = await loadRuntime({ engine: options.portable ? 'portable' : 'auto', threads, precision });
const kernels = createKernels(runtime);
const portable =
  runtime.engine === 'tensorflow' ? [createKernels({ engine: 'portable', threads: runtime.threads })] : [];
console.log(
  `Engine: ${runtime.engine} on ${runtime.backend}, ${runtime.threads} threads, ${runtime.precision}. ${english.say(runtime.reason)}`.trim(),
);

if (options.estimates) {
  const { measureEstimates } = await import('./estimates.ts');
  measureEstimates([kernels, ...portable], options.fit);
  process.exit(0);
}

if (options.growth) {
  const { measureGrowth } = await import('./growth.ts');
  measureGrowth([kernels, ...portable], options.plots);
  process.exit(0);
}

if (options.profile) {
  const { measureProfile } = await import('./profile.ts');
  for (const subject of TRAINING.filter(({ name }) => name.includes(options.only)))
    for (const make of [kernels, ...portable]) await measureProfile(subject, make);
  process.exit(0);
}

if (options.article) {
  await runArticle(kernels, options.article, { seed: Number(options.seed), steps: Number(options.steps) });
  process.exit(0);
}

const peers: Peer[] = [];
if (options.peers)
  for (const script of ['torch_peer.py', 'tensorflow_peer.py']) {
    const peer = await Peer.start(script, threads);
    if (typeof peer === 'string') console.log(peer);
    else peers.push(peer);
  }

function line(contestant: Contestant, times: readonly number[], ours: number, symbols: number): string {
  const ms = median(times);
  const speed = `${Math.round((1000 * symbols) / ms).toLocaleString('en-US')} symbols/s`;
  const ratio = `${(ms / ours).toFixed(2)}x`;
  const least = `least ${Math.min(...times).toFixed(2)}`;
  return `  ${contestant.label.padEnd(20)}${ms.toFixed(2).padStart(9)} ms   ${least.padEnd(15)}${speed.padStart(18)}   ${ratio}`;
}

async function compare(
  title: string,
  name: string,
  own: readonly (Contestant & { dispose(): void })[],
  steps: number,
  symbols: number,
) {
  const rounded =
    precision === 'fast' ? peers.flatMap((peer) => peer.contestants(`${name}-bfloat16`, ', bfloat16')) : [];
  const contestants = [...own, ...peers.flatMap((peer) => peer.contestants(name)), ...rounded];
  const times = await interleaved(contestants, Number(options.rounds), steps);
  console.log(`\n${title}`);
  const ours = median(times[0]);
  contestants.forEach((each, k) => console.log(line(each, times[k], ours, symbols)));
  own.forEach((each) => each.dispose());
}

const wanted = (name: string): boolean => name.includes(options.only);
for (const subject of TRAINING.filter(({ name }) => wanted(name))) {
  const { title, name, steps, time, lanes, config } = subject;
  const symbols = config.context === 'window' ? lanes : time * lanes;
  const own = [kernels, ...portable].flatMap((make) =>
    (make.compile ? [true, false] : [false]).map((compiled) => ourTraining(subject, make, compiled)),
  );
  await compare(`A training step, ${title}`, name, own, steps, symbols);
  console.log(`  ${(process.memoryUsage.rss() / 1e9).toFixed(1)} GB held by this process for all of them`);
}
for (const subject of TELLING.filter(({ name }) => wanted(name)))
  await compare(subject.title, subject.name, [ourTelling(subject, kernels, threads)], subject.steps, subject.symbols);
if (wanted(EVALUATION.name)) {
  const { title, name, steps, symbols } = EVALUATION;
  const own = [kernels, ...portable].map((make) => ourEvaluation(EVALUATION, make));
  await compare(title, name, own, steps, symbols);
}
peers.forEach((peer) => peer.stop());
[kernels, ...portable].forEach((make) => make.dispose());
