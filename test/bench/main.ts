/**
 * `npm run bench -- [--peers] [--portable] [--rounds N] [--only NAME]`: what a training step and a told symbol cost here,
 * and with `--peers` beside PyTorch and TensorFlow in the same run, in turn. `--article 1x512|2x512 [--seed N]
 * [--steps N]` makes the article's whole run instead.
 */
import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { createKernels } from '../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../electron/engine/runtime/index.ts';
import { runArticle } from './article.ts';
import { interleaved, median, type Contestant } from './measure.ts';
import { ourTelling, ourTraining } from './ours.ts';
import { Peer } from './peers.ts';
import { TELLING, TRAINING } from './subjects.ts';

const { values: options } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    portable: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    article: { type: 'string' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '50000' },
  },
});

const runtime = await loadRuntime(options.portable ? { engine: 'portable' } : {});
const kernels = createKernels(runtime);
console.log(`Engine: ${runtime.engine} on ${tf.getBackend()}, ${runtime.threads} threads. ${runtime.reason}`.trim());

if (options.article) {
  await runArticle(kernels, options.article, { seed: Number(options.seed), steps: Number(options.steps) });
  process.exit(0);
}

const peers: Peer[] = [];
if (options.peers)
  for (const script of ['torch_peer.py', 'tensorflow_peer.py']) {
    const peer = await Peer.start(script);
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
  own: Contestant & { dispose(): void },
  steps: number,
  symbols: number,
) {
  const contestants = [own, ...peers.map((peer) => peer.contestant(name))];
  const times = await interleaved(contestants, Number(options.rounds), steps);
  console.log(`\n${title}`);
  const ours = median(times[0]);
  contestants.forEach((each, k) => console.log(line(each, times[k], ours, symbols)));
  own.dispose();
}

const wanted = (name: string): boolean => name.includes(options.only);
// the portable engine takes seconds for a step of the large shape
for (const subject of TRAINING.filter(({ name }) => wanted(name) && !(options.portable && name === 'ptb-medium'))) {
  const { title, name, steps, time, lanes, config } = subject;
  const symbols = config.context === 'window' ? lanes : time * lanes;
  await compare(`A training step, ${title}`, name, ourTraining(subject, kernels), steps, symbols);
}
if (wanted(TELLING.name)) await compare(TELLING.title, TELLING.name, ourTelling(kernels), TELLING.steps, 1);
peers.forEach((peer) => peer.stop());
kernels.dispose();
