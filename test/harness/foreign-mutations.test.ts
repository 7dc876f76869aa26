import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { AesopError } from '../../electron/contract/errors.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import { foreignFormats, openForeign, vocabularyBeside } from '../../electron/engine/formats/import/index.ts';
import { sizeOf, weightBlocks } from '../../electron/engine/formats/keras-weights.ts';
import { createKernels, type Kernels } from '../../electron/engine/kernels/index.ts';
import type { Random } from '../../electron/engine/random.ts';
import { loadRuntime } from '../../electron/engine/runtime/index.ts';
import { errors } from '../../electron/messages/en/errors/index.ts';
import { leaving } from '../engine/formats/leaving.ts';
import { filesOf } from '../engine/formats/import/sources.ts';
import { openSource } from '../../electron/worker/models/foreign/open-source.ts';
import { emptyFolder } from '../engine/formats/small-model.ts';
import { hostileBytes, hostileJson } from './hostile.ts';
import { HARNESS_TIMEOUT, rounds } from './rounds.ts';
import { ownTime } from '../tools/own-time.ts';

/** A mutated file is read or refused within so many milliseconds, on a machine that does much else. */
const MOST_TIME = 10_000;
const FORMATS = Object.keys(foreignFormats) as (keyof typeof foreignFormats)[];
const SETTINGS: Partial<Hyperparameters>[] = [
  { input: 'embedding', context: 'sequence', layers: 2 },
  { input: 'one-hot', context: 'window', windowLength: 3, layers: 1 },
];

type Files = Readonly<Record<string, Buffer>>;

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
});

/** Models of ours in a format. */
async function basesOf(format: (typeof FORMATS)[number]): Promise<readonly Files[]> {
  const made: Files[] = [];
  for (const settings of SETTINGS) {
    const { small, place } = await leaving(kernels, settings, format);
    small.model.dispose();
    made.push(filesOf(place));
  }
  return made;
}

/** Whole numbers that a header may claim and nobody has. */
const WILD = [0, 1, 0x7f, 0xff, 0x7fffffff, 0xffffffff, 2 ** 40, 2 ** 52 + 1];

/** One of the lengths, places or sizes in the bytes, wherever it stands, made another. */
function wildNumber(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  // headers are where numbers do harm
  const at = random.integer(Math.max(1, Math.min(bytes.length - 8, random.uniform() < 0.7 ? 4096 : bytes.length)));
  const value = BigInt(WILD[random.integer(WILD.length)]);
  if (random.uniform() < 0.5) changed.writeBigUInt64LE(value, at);
  else changed.writeUInt32LE(Number(BigInt.asUintN(32, value)), at);
  return changed;
}

function isJson(bytes: Buffer): boolean {
  try {
    return typeof JSON.parse(bytes.toString('utf8')) === 'object';
  } catch {
    return false;
  }
}

/** The JSON in front of a safetensors file made another, with its length. */
function hostileHeader(bytes: Buffer, random: Random): Buffer {
  const length = Number(bytes.readBigUInt64LE(0));
  if (length > bytes.length - 8 || !isJson(bytes.subarray(8, 8 + length))) return wildNumber(bytes, random);
  const header = Buffer.from(hostileJson(bytes.subarray(8, 8 + length).toString('utf8'), random));
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([prefix, header, bytes.subarray(8 + length)]);
}

function mutated(bytes: Buffer, random: Random): Buffer {
  if (bytes.length < 16) return hostileBytes(bytes, random);
  if (isJson(bytes))
    return random.uniform() < 0.8 ? Buffer.from(hostileJson(bytes.toString(), random)) : hostileBytes(bytes, random);
  const draw = random.uniform();
  if (draw < 0.25) return hostileHeader(bytes, random);
  return draw < 0.6 ? wildNumber(bytes, random) : hostileBytes(bytes, random);
}

/** Opens what there is and reads every weight of it, as an import does before it writes. @returns the error, where it is refused */
async function readWhole(files: Files, folder: string): Promise<AesopError | undefined> {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const source = await openSource(folder, 'foreign');
  try {
    const opened = await openForeign(source);
    if (!opened) return new AesopError('not-a-model', { name: source.name });
    const { network, weight } = opened.model;
    await vocabularyBeside([source], { name: source.name, symbols: network.vocabularySize });
    for (const wanted of weightBlocks(network).flatMap(({ weights }) => weights))
      expect(await weight(wanted.name)).toHaveLength(sizeOf(wanted));
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AesopError) return thrown;
    throw thrown;
  } finally {
    await source.close();
  }
}

describe.each(FORMATS)('%s', (format) => {
  test(
    'files that were changed in any way are a whole model, or refused in words, and soon',
    async () => {
      const all = await basesOf(format);
      const folder = emptyFolder();
      let taken = 0;
      for (const { random, name } of rounds(`foreign ${format}`, 400)) {
        const base = all[random.integer(all.length)];
        const names = Object.keys(base).filter((file) => file !== 'README.md');
        const file = names[random.integer(names.length)];
        let bytes = base[file];
        for (let times = random.integer(2); times >= 0; times--) bytes = mutated(bytes, random);
        const began = ownTime();
        const refused = await readWhole({ ...base, [file]: bytes }, folder).catch((thrown: unknown) => {
          throw new Error(`${name}, ${file}: ${String(thrown)}`, { cause: thrown });
        });
        expect(ownTime() - began, name).toBeLessThan(MOST_TIME);
        if (refused) expect(Object.keys(errors), name).toContain(refused.code);
        else taken++;
      }
      // a weight that is another number is a model all the same
      expect(taken).toBeGreaterThan(5);
    },
    HARNESS_TIMEOUT,
  );
});
