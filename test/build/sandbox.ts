import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Said } from '../../electron/contract/message.ts';

const CHECKOUT = join(import.meta.dirname, '..', '..');
/** Set-up itself, and what it needs to speak. */
const REAL = ['build', 'electron/messages', 'electron/contract'];

/** How the fake pip behaves. */
export type Network = 'up' | 'slow' | 'damaged' | 'down' | 'disk-full';

export interface Outcome {
  code: number | null;
  stderr: string;
}

const wheelOf = (project: string) =>
  JSON.stringify({
    'tensorflow/libtensorflow_cc.so.2': project,
    'tensorflow/libtensorflow_framework.so.2': project,
    'tensorflow/include/tensorflow/c/c_api.h': '',
    'tensorflow/include/LICENSE': 'Apache',
    'tensorflow/python/unwanted.py': '',
    'nvidia/cudnn/lib/libcudnn.so.9': project,
  });

const pin = (project: string) => ({
  project,
  version: '1.0',
  sha256: createHash('sha256').update(wheelOf(project)).digest('hex'),
});

/** Stands in for Python: `-m pip download` and our unpack.py on "wheels" that are JSON objects of path and content. */
const PYTHON = `
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const args = process.argv.slice(2);
const control = join(__dirname, '..');
if (args.includes('--version')) process.exit(0);
if (args.includes('download')) {
  const project = args.at(-1).split('==')[0];
  const network = readFileSync(join(control, 'network'), 'utf8');
  const failures = { down: 'ERROR: No matching distribution found', 'disk-full': 'ERROR: [Errno 28] No space left on device' };
  if (failures[network]) { console.error(failures[network]); process.exit(1); }
  appendFileSync(join(control, 'downloads'), project + '\\n');
  const wheel = JSON.parse(readFileSync(join(control, 'wheels.json'), 'utf8'))[project];
  const target = join(args[args.indexOf('-d') + 1], project + '.whl');
  writeFileSync(target, wheel.slice(0, 20));
  setTimeout(() => { if (network !== 'damaged') writeFileSync(target, wheel); }, network === 'slow' ? 1500 : 0);
} else {
  const [wheel, folder, ...patterns] = args.slice(1);
  const prefixes = patterns.map((pattern) => pattern.split('*')[0]);
  for (const [path, content] of Object.entries(JSON.parse(readFileSync(wheel, 'utf8')))) {
    if (!prefixes.some((prefix) => path.startsWith(prefix))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}`;
const COMPILER = `require('node:fs').writeFileSync(process.argv[process.argv.indexOf('-o') + 1], 'compiled');`;
const NVIDIA_SMI = `console.log('GPU 0: Example (UUID: GPU-0)');`;

/** A checkout with the real set-up and nothing else real: no network, no compiler, no TensorFlow. */
export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'aesop-setup-'));
  readonly root = join(this.folder, 'root');
  readonly package = join(this.root, 'node_modules', '@tensorflow', 'tfjs-node-gpu');
  private readonly children: ChildProcess[] = [];

  constructor() {
    for (const folder of REAL) cpSync(join(CHECKOUT, folder), join(this.root, folder), { recursive: true });
    const projects = ['example-cpu', 'example-gpu', 'example-cuda'];
    const wheels = { tensorflow: '1.0', cpu: [pin(projects[0])], gpu: projects.slice(1).map(pin) };
    this.write('root/build/setup/native/wheels.json', JSON.stringify({ ...wheels, gigabytes: { cpu: 0, gpu: 0 } }));
    this.write('root/build/setup/native/try-addon.mjs', 'process.exit(0);');
    this.write('root/package.json', '{ "type": "module" }');
    this.write('root/package-lock.json', '{ "packages": {} }');
    this.write('root/node_modules/.package-lock.json', '{ "packages": {} }');
    this.write('root/node_modules/@tensorflow/tfjs-node-gpu/package.json', '{}');
    this.write('root/node_modules/@tensorflow/tfjs-node-gpu/scripts/install.js', 'process.exit(1);');
    this.write('wheels.json', JSON.stringify(Object.fromEntries(projects.map((name) => [name, wheelOf(name)]))));
    symlinkSync(join(CHECKOUT, 'node_modules', 'vite'), join(this.root, 'node_modules', 'vite'));
    this.addProgram('python3', PYTHON);
    this.addProgram('g++', COMPILER);
    this.setNetwork('up');
  }

  write(path: string, content: string): void {
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
  setNetwork = (network: Network) => this.write('network', network);

  /** Starts a verb; `finished` resolves when it ends. */
  start(...args: string[]): { child: ChildProcess; finished: Promise<Outcome> } {
    const env = { PATH: join(this.folder, 'bin') };
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
  note(): { engine: string; variant?: string; reason: Said; install: Said; time: number } {
    return JSON.parse(readFileSync(join(this.package, 'deps', 'aesop-runtime.json'), 'utf8'));
  }

  /** Content of a file in the package, undefined when it is not there. */
  placed(file: string): string | undefined {
    const path = join(this.package, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  remove(): void {
    for (const child of this.children) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
