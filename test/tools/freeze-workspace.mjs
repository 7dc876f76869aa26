// node test/tools/freeze-workspace.mjs
// Freezes a small workspace of this version of Aesop in test/fixtures/workspaces/<version>, with what it told then, so that
// every later version is held to open it. Run once for each release; what is there already is not overwritten.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../../build/setup/files.mjs';
import { nodeConfiguration } from '../../build/vite.node.mjs';

/** @type {{ version: string }} */
const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
const PLACE = join(ROOT, 'test', 'fixtures', 'workspaces', version);
const RESOURCES = join(ROOT, 'resources');
const PROGRAM = {
  worker: join(ROOT, 'electron/worker/main.ts'),
  watchdog: join(ROOT, 'electron/worker/watchdog.ts'),
  fill: join(ROOT, 'test/tools/fill-workspace.ts'),
};
/** Of one machine, or made anew at any time. */
const LEFT_OUT = ['log', '.cache'];

if (existsSync(PLACE)) throw new Error(`${PLACE} is there: a frozen workspace never changes.`);

// Inside the checkout, so that the worker finds its packages.
const program = await mkdtemp(join(ROOT, 'node_modules', '.freeze-'));
const folder = await mkdtemp(join(tmpdir(), 'aesop-freeze-'));
const workspace = join(folder, 'workspace');
try {
  await build(nodeConfiguration(PROGRAM, program, 'es'));
  Object.assign(process.env, { AESOP_WORKER: join(program, 'worker.js'), AESOP_ENGINE: 'portable' });
  /** @type {typeof import('./fill-workspace.ts')} */
  const { fillWorkspace } = await import(pathToFileURL(join(program, 'fill.js')).href);
  const text = join(RESOURCES, 'corpora', 'belling-the-cat.txt');
  const expected = await fillWorkspace({ workspace, resources: RESOURCES, version }, text);
  for (const name of LEFT_OUT) await rm(join(workspace, name), { recursive: true, force: true });
  await cp(workspace, join(PLACE, 'workspace'), { recursive: true });
  await writeFile(join(PLACE, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  console.log(`${PLACE}: ${(await readdir(PLACE, { recursive: true })).length} files and folders`);
} finally {
  await rm(program, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
