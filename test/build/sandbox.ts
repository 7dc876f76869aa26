import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { build } from 'vite';
import { afterAll } from 'vitest';
import { nodeConfiguration } from '../../build/vite.node.mjs';
import type { Said } from '../../electron/contract/message.ts';

const CHECKOUT = join(import.meta.dirname, '..', '..');
/** Set-up itself, and what it needs to speak and to bring an engine. */
const REAL = ['build', 'electron/messages', 'electron/contract', 'electron/native', 'electron/storage'];
const PACKAGES = ['vite', 'undici', 'yauzl', 'pend', 'zod'];
const TYPESCRIPT = ['build/setup/typescript.mjs', 'build/setup/bundle.mjs'];

/** How the fake pip behaves. */
export type Network = 'up' | 'slow' | 'damaged' | 'down' | 'disk-full';

export interface Outcome {
  code: number | null;
  stderr: string;
}

/** A wheel is a zip archive; the same at every call. */
function wheelOf(project: string): Uint8Array {
  const members = {
    'tensorflow/libtensorflow_cc.so.2': project,
    'tensorflow/libtensorflow_framework.so.2': project,
    'tensorflow/include/tensorflow/c/c_api.h': '',
    'tensorflow/include/LICENSE': 'Apache',
    'tensorflow/python/unwanted.py': '',
    'nvidia/cudnn/lib/libcudnn.so.9': project,
  };
  const files = Object.entries(members).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(files), { mtime: '2026-01-01T00:00:00' });
}

const PROJECTS = ['example-cpu', 'example-gpu', 'example-cuda'];
const pin = (project: string) => ({
  project,
  version: '1.0',
  platform: 'any',
  sha256: createHash('sha256').update(wheelOf(project)).digest('hex'),
  bytes: wheelOf(project).length,
});

const [cpu, ...gpu] = PROJECTS.map(pin);
const SYSTEM = {
  tensorflow: '1.0',
  libraries: ['tensorflow/libtensorflow_cc.so.2', 'tensorflow/libtensorflow_framework.so.2'],
  gigabytes: { cpu: 0, gpu: 0 },
  cpu: [cpu],
  gpu,
};
/** What there is to be had. */
const JSONS: Readonly<Record<string, string>> = {
  'native/wheels.json': JSON.stringify({ 'linux-x64': SYSTEM, msvc: { libraries: [] } }),
  'native/addons.json': '{}',
};

/**
 * What set-up reads of the program's TypeScript, made ready once: at every start of the tests it would cost more than all
 * that they look at.
 */
const ready = mkdtempSync(join(tmpdir(), 'aesop-setup-ready-'));
afterAll(() => rmSync(ready, { recursive: true }));
const READ = ['native/index', 'messages/en/shared', 'messages/zh/shared', 'messages/translator'];
const entries = READ.map((path) => [path, join(CHECKOUT, 'electron', `${path}.ts`)]);
const configuration = nodeConfiguration(Object.fromEntries(entries), ready, 'es');
await build({ ...configuration, plugins: [{ name: 'what-there-is', load: (id) => JSONS[relative(CHECKOUT, id)] }] });
const READY: Readonly<Record<string, string>> = {
  'build/setup/typescript.mjs': `
export const importTypeScript = (path) => import(${JSON.stringify(ready)} + '/' + path.replace('.ts', '.js'));`,
  'build/setup/bundle.mjs': `
export const [bundle, page, storyteller, bench] = Array(4).fill({ isNeeded: () => false, run: async () => {} });`,
};

/** Stands in for Python: `-m pip download` of wheels that lie in a folder. It has every module and makes no venv. */
const PYTHON = `
const { appendFileSync, copyFileSync, readFileSync, writeFileSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');
const args = process.argv.slice(2);
const control = join(__dirname, '..');
if (args.includes('--version') || args[0] === '-c') process.exit(0);
if (args[1] === 'venv') process.exit(1);
const project = args.at(-1).split('==')[0];
const network = readFileSync(join(control, 'network'), 'utf8');
const failures = { down: 'ERROR: No matching distribution found', 'disk-full': 'ERROR: [Errno 28] No space left on device' };
if (failures[network]) { console.error(failures[network]); process.exit(1); }
appendFileSync(join(control, 'downloads'), project + '\\n');
const folder = args[args.indexOf('-d') + 1];
mkdirSync(folder, { recursive: true });
const target = join(folder, project + '.whl');
writeFileSync(target, 'a part');
const finish = () => copyFileSync(join(control, 'wheels', project), target);
if (network !== 'damaged') setTimeout(finish, network === 'slow' ? 1500 : 0);
`;
const COMPILER = `require('node:fs').writeFileSync(process.argv[process.argv.indexOf('-o') + 1], 'compiled');`;
const NVIDIA_SMI = `console.log('GPU 0: Example (UUID: GPU-0)');`;

/** A checkout with the real set-up and nothing else real: no network, no compiler, no TensorFlow. */
export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'aesop-setup-'));
  readonly root = join(this.folder, 'root');
  readonly package = join(this.root, 'node_modules', '@tensorflow', 'tfjs-node-gpu');
  readonly engines: string;
  #locale = '';
  private readonly children: ChildProcess[] = [];

  /** @param beside another checkout of the same account */
  constructor(beside?: Sandbox) {
    this.engines = beside?.engines ?? join(this.folder, 'engines');
    const filter = (path: string) => !path.endsWith('.ts');
    for (const folder of REAL) cpSync(join(CHECKOUT, folder), join(this.root, folder), { recursive: true, filter });
    for (const path of TYPESCRIPT) this.write(`root/${path}`, READY[path]);
    for (const [path, json] of Object.entries(JSONS)) this.write(`root/${path}`, json);
    this.write('root/build/setup/native/try-addon.mjs', 'process.exit(0);');
    this.write('root/package.json', '{ "type": "module" }');
    this.write('root/package-lock.json', '{ "packages": {} }');
    this.write('root/node_modules/.package-lock.json', '{ "packages": {} }');
    this.write('root/node_modules/@tensorflow/tfjs-node-gpu/package.json', '{}');
    this.write('root/node_modules/@tensorflow/tfjs-node-gpu/scripts/install.js', 'process.exit(1);');
    for (const project of PROJECTS) this.write(`wheels/${project}`, wheelOf(project));
    for (const name of PACKAGES)
      symlinkSync(join(CHECKOUT, 'node_modules', name), join(this.root, 'node_modules', name));
    this.addProgram('python3', PYTHON);
    this.addProgram('g++', COMPILER);
    this.setNetwork('up');
  }

  /** From now on set-up reads the sources by itself, as it does for people. */
  readSources(): void {
    for (const path of [...REAL.slice(1), ...TYPESCRIPT])
      cpSync(join(CHECKOUT, path), join(this.root, path), { recursive: true });
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  addProgram(name: string, script: string): void {
    this.write(`bin/${name}`, `#!${process.execPath}\n${script}`);
    chmodSync(join(this.folder, 'bin', name), 0o755);
  }

  addCompiler = () => this.addProgram('g++', COMPILER);
  addGpu = (script = NVIDIA_SMI) => this.addProgram('nvidia-smi', script);
  removeProgram = (name: string) => rmSync(join(this.folder, 'bin', name));
  speak = (locale: string) => (this.#locale = locale);
  setNetwork = (network: Network) => this.write('network', network);

  /** Starts a verb; `finished` resolves when it ends. */
  start(...args: string[]): { child: ChildProcess; finished: Promise<Outcome> } {
    const env = { PATH: join(this.folder, 'bin'), AESOP_ENGINES: this.engines, HOME: this.folder, LANG: this.#locale };
    const child = spawn(process.execPath, [join(this.root, 'build', 'run.mjs'), ...args], { env, stdio: 'pipe' });
    this.children.push(child);
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += String(chunk)));
    const finished = new Promise<Outcome>((resolve) => child.once('close', (code) => resolve({ code, stderr })));
    return { child, finished };
  }

  setUp = () => this.start('aesop').finished;

  /** Names of the wheels that were asked for, in order. */
  downloads(): string[] {
    const path = join(this.folder, 'downloads');
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  }

  /** What set-up left for the runtime. */
  note(): { engine: string; variant?: string; folder?: string; reason: Said; install: Said; time: number } {
    return JSON.parse(readFileSync(this.#notePath(), 'utf8'));
  }

  #notePath(): string {
    const folder = join(this.engines, 'installations');
    const notes = readdirSync(folder).map((name) => join(folder, name));
    const isMine = (path: string) => JSON.parse(readFileSync(path, 'utf8')).installation === this.root;
    return notes.find(isMine) ?? '';
  }

  /** As though set-up had ended then. @param time ms since 1970 */
  ageNote(time: number): void {
    writeFileSync(this.#notePath(), JSON.stringify({ ...this.note(), time }));
  }

  /** The folder from which TensorFlow would be loaded; undefined where none was brought. */
  engine(): string | undefined {
    const { folder } = this.note();
    return folder === undefined ? undefined : join(this.engines, folder);
  }

  /** Content of a file of the engine, undefined when it is not there. */
  placed(file: string): string | undefined {
    const path = join(this.engine() ?? this.package, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  remove(): void {
    for (const child of this.children) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
