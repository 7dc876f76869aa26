import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the checkout, so that the bundle finds TensorFlow in its node_modules. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'aesop-test');
/** A younger bundle may be in use by another checkout that shares node_modules. */
const OLD = 60 * 60 * 1000;
const SOURCES = ['electron/contract', 'electron/engine', 'electron/storage', 'electron/worker', 'electron/studio'];

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(fileURLToPath(import.meta.url)));
  for (const folder of SOURCES) {
    const names = (await readdir(join(ROOT, folder), { recursive: true })).filter((name) => name.endsWith('.ts'));
    for (const name of names.sort()) hash.update(name).update(await readFile(join(ROOT, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Bundles the worker, and the studio for tests that need it in a process of its own, as the product is bundled. What is
 * there for the same sources is used again.
 * @returns the folder with worker.js, text-thread.cjs, watchdog.js and studio.js
 */
export async function bundle(): Promise<string> {
  const folder = join(CACHE, await hashOfSources());
  if (existsSync(folder)) return folder;
  const { nodeConfiguration } = await import('../../build/vite.node.mjs');
  const temporary = `${folder}.${randomBytes(4).toString('hex')}`;
  const input = {
    worker: join(ROOT, 'electron/worker/main.ts'),
    watchdog: join(ROOT, 'electron/worker/watchdog.ts'),
    studio: join(ROOT, 'electron/studio/index.ts'),
  };
  await build(nodeConfiguration(input, temporary, 'es'));
  const thread = { 'text-thread': join(ROOT, 'electron/worker/corpora/beside/thread.ts') };
  await build(nodeConfiguration(thread, temporary, 'cjs'));
  for (const other of (await readdir(CACHE)).filter((name) => /^[0-9a-f]{16}$/.test(name)))
    if (Date.now() - (await stat(join(CACHE, other))).mtimeMs > OLD) await rm(join(CACHE, other), { recursive: true });
  await rename(temporary, folder).catch((error: unknown) => {
    if (!existsSync(folder)) throw error;
    return rm(temporary, { recursive: true, force: true });
  });
  return folder;
}
