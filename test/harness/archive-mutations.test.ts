import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Random } from '../../electron/engine/random.ts';
import { MODEL_FILES, type ModelFile } from '../../electron/storage/models/model-intake.ts';
import { modelContents, withHashes, withJson, type ModelContents } from '../storage/models/model-files.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { craftedZip, type CraftedEntry } from './crafted-zip.ts';
import { importer } from './model-import.ts';
import { HARNESS_TIMEOUT, rounds } from './rounds.ts';

/** Nothing that these rounds make is larger: whatever is parsed beyond it was made larger on the way. */
const MOST_PARSED = 2_000_000;

type Contents = (files: ModelContents, random: Random) => ModelContents;

const pick = <T>(random: Random, list: readonly T[]): T => list[random.integer(list.length)];
const anyJson = (random: Random): unknown =>
  pick<() => unknown>(random, [
    () => null,
    () => -1,
    () => 1e308,
    () => 2 ** 40,
    () => 0.5,
    () => true,
    () => '',
    () => 'x'.repeat(200_000),
    () => '\u0000\u001b[31m\ud800',
    () => '../../../card.json',
    () => [],
    () => ({}),
    () => ({ __proto__: null, constructor: 1 }),
    () => Array.from({ length: 20_000 }, (_, n) => n),
    () => Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`k${n}`, 'v'])),
  ])();

/** Puts another value somewhere into a JSON value, or takes one away. */
function changeSomewhere(json: unknown, random: Random): void {
  let at = json as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = pick(random, keys);
    if (typeof at[key] === 'object' && at[key] !== null && random.uniform() < 0.6) at = at[key] as typeof at;
    else if (random.uniform() < 0.2) return void delete at[key];
    else return void (at[key] = anyJson(random));
  }
}

const extremes = [NaN, Infinity, -Infinity, 3.4e38, -3.4e38, 2 ** 57, -(2 ** 57), 2 ** 58, 1e30, 1e-45, 0];

/** Changes to what is in the files, their hashes made good again. */
const CONTENTS: Record<string, Contents> = {
  'a value of a JSON file': (files, random) =>
    withJson(files, pick(random, ['card.json', 'model.json', 'vocabulary.json']), (json) =>
      changeSomewhere(json, random),
    ),
  'bytes of a file': (files, random) => {
    const file = pick(random, MODEL_FILES);
    const bytes = Buffer.from(files[file]);
    for (let n = random.integer(8); n >= 0; n--) bytes[random.integer(bytes.length)] = random.integer(256);
    const changed = { ...files, [file]: bytes };
    return file === 'card.json' ? changed : withHashes(changed);
  },
  'one weight, or all of them': (files, random) => {
    const weights = new Float32Array(files['weights.bin'].length / 4);
    files['weights.bin'].copy(Buffer.from(weights.buffer));
    const value = pick(random, extremes);
    if (random.uniform() < 0.5) weights.fill(value);
    else weights[random.integer(weights.length)] = value;
    return withHashes({ ...files, 'weights.bin': Buffer.from(weights.buffer) });
  },
  'a deep file': (files, random) => {
    const file = pick(random, ['model.json', 'vocabulary.json'] as const);
    const open = pick(random, ['[', '{"a":']);
    const bytes = Buffer.from(open.repeat(10 + random.integer(150_000)));
    return withHashes({ ...files, [file]: bytes });
  },
  'a deep or wide card': (files, random) => {
    const filler = pick(random, ['[', '{"a":', '{},', '"a",', '1,']).repeat(random.integer(100_000));
    return { ...files, 'card.json': Buffer.from(`{"version":1,"versions":[${filler}`) };
  },
};

/** Changes to how the files lie in an archive. */
const ENTRIES: Record<string, (entries: CraftedEntry[], random: Random) => CraftedEntry[]> = {
  'a name': (entries, random) =>
    changed(entries, random, ({ name }) => ({
      name: pick(random, [
        `../../../${name}`,
        `/etc/${name}`,
        `a\\..\\${name}`,
        `${name}\0`,
        `x/${name}/`,
        '',
        name.toUpperCase(),
      ]),
    })),
  'a doubled entry': (entries, random) => [
    ...entries,
    { ...pick(random, entries), name: `b/${pick(random, entries).name}` },
  ],
  'a method': (entries, random) =>
    changed(entries, random, () => ({ method: pick(random, [1, 9, 12, 14, 95, 99, 65_535]) })),
  'a size': (entries, random) =>
    changed(entries, random, () => ({ size: pick(random, [0, 1, 1000, 2 ** 20, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1]) })),
  'a packed size': (entries, random) =>
    changed(entries, random, () => ({ packed: pick(random, [0, 1, 1000, 2 ** 31, 2 ** 32 - 1]) })),
  'a place': (entries, random) =>
    changed(entries, random, () => ({ offset: pick(random, [0, 1, 40, 5000, 2 ** 31, 2 ** 32 - 1]) })),
  'a checksum': (entries, random) => changed(entries, random, () => ({ crc: random.integer(2 ** 31) })),
  'its flags': (entries, random) =>
    changed(entries, random, () => ({ flags: pick(random, [1, 8, 0x40, 0x2000, 0xffff]) })),
  'its order': (entries) => [...entries].reverse(),
};

function changed(
  entries: CraftedEntry[],
  random: Random,
  change: (entry: CraftedEntry) => Partial<CraftedEntry>,
): CraftedEntry[] {
  const at = random.integer(entries.length);
  return entries.map((entry, place) => (place === at ? { ...entry, ...change(entry) } : entry));
}

const base = modelContents();

function mutatedContents(random: Random, share: number): ModelContents {
  return random.uniform() < share ? pick(random, Object.values(CONTENTS))(base, random) : base;
}

test(
  'an archive that was changed in any way is refused in words, or is a model that tells',
  async () => {
    const target = await importer();
    let taken = 0;
    for (const { random, name } of rounds('archives', 250)) {
      const files = mutatedContents(random, 0.6);
      const method = pick(random, [0, 8]);
      let entries: CraftedEntry[] = MODEL_FILES.map((file) => ({ name: file, content: files[file], method }));
      if (random.uniform() < 0.5) entries = pick(random, Object.values(ENTRIES))(entries, random);
      let bytes = craftedZip(entries);
      if (random.uniform() < 0.2)
        for (let n = random.integer(20); n >= 0; n--) bytes[random.integer(bytes.length)] = random.integer(256);
      if (random.uniform() < 0.05) bytes = bytes.subarray(0, random.integer(bytes.length));
      const path = join(await target.folder(), 'offered.aesop');
      writeFileSync(path, bytes);
      const { code, parsed } = await target.import(path, name);
      expect(parsed, name).toBeLessThan(MOST_PARSED);
      if (code === undefined) taken++;
    }
    expect(taken).toBeGreaterThan(20);
  },
  HARNESS_TIMEOUT,
);

/** Changes to what lies in a folder under one of the names. */
const PLACES: Record<string, (path: string, random: Random) => void> = {
  'is gone': (path) => rmSync(path),
  'is a folder': (path) => (rmSync(path), mkdirSync(path)),
  'is a link to nowhere': (path) => (rmSync(path), symlinkSync('/nowhere/at/all', path)),
  'is a link to itself': (path) => (rmSync(path), symlinkSync(path, path)),
  'is a link to a device': (path) => (rmSync(path), symlinkSync('/dev/zero', path)),
  'is a link to a good file': (path) => {
    const elsewhere = join(temporaryFolder(), 'good');
    writeFileSync(elsewhere, base[path.slice(path.lastIndexOf('/') + 1) as ModelFile]);
    rmSync(path);
    symlinkSync(elsewhere, path);
  },
  'is a pipe': (path) => (rmSync(path), execFileSync('mkfifo', [path])),
  'is cut short': (path, random) => truncateSync(path, random.integer(200)),
  'goes on': (path) => appendFileSync(path, 'x'),
  'goes on without end': (path) => truncateSync(path, 2 ** 40),
};

test(
  'a folder that was changed in any way is refused in words, or is a model that tells',
  async () => {
    const target = await importer();
    let taken = 0;
    for (const { random, name } of rounds('folders', 150)) {
      const files = mutatedContents(random, 0.5);
      const folder = await target.folder();
      for (const file of MODEL_FILES) writeFileSync(join(folder, file), files[file]);
      if (random.uniform() < 0.6) pick(random, Object.values(PLACES))(join(folder, pick(random, MODEL_FILES)), random);
      const { code, parsed } = await target.import(folder, name);
      expect(parsed, name).toBeLessThan(MOST_PARSED);
      if (code === undefined) taken++;
    }
    expect(taken).toBeGreaterThan(20);
  },
  HARNESS_TIMEOUT,
);
