import { arch, availableParallelism, cpus, freemem, release, totalmem, type } from 'node:os';
import { dirname } from 'node:path';
import type { Check, CheckName, Gpu } from '../../contract/machine.ts';
import { engineMessage } from '../../contract/engine-label.ts';
import { gigabytes, message, type Said } from '../../contract/message.ts';
import { computesOnCards } from '../../native/systems.ts';
import { cudaLibraries } from './cuda-libraries.ts';
import { nativeLibraries, remedyHere } from './native-folder.ts';
import { readSystemFile } from './system-file.ts';
import type { Library, Runtime } from './types.ts';

/** Oldest driver that runs CUDA 12 (NVIDIA's table of minor version compatibility). */
const OLDEST_DRIVER = process.platform === 'win32' ? '528.33' : '525.60.13';
/**
 * CUDA compute capabilities that TensorFlow 2.21's wheels hold code for (its `HERMETIC_CUDA_COMPUTE_CAPABILITIES`): from 6.0
 * on; what is newer than the newest gets its code from the driver when it is first used.
 */
const OLDEST_CAPABILITY = 6;
const NEWEST_CAPABILITY = 9;
/** Free memory below which even a small training may not find its room. */
const LITTLE_MEMORY = 1e9;
/** What makes products fast, best first, as Linux calls it. */
const FEATURES = [
  ['amx_bf16', 'AMX'],
  ['avx512f', 'AVX-512'],
  ['avx2', 'AVX2'],
] as const;

const check = (name: CheckName, found: Said, fix: Said = ''): Check => ({ name, ok: fix === '', found, fix });

function systemCheck(): Check {
  const [, name] = /^PRETTY_NAME="?([^"\n]+)/m.exec(readSystemFile('/etc/os-release')) ?? [];
  return check('system', `${name ?? `${type()} ${release()}`}, ${arch()}`);
}

function processorCheck(): Check {
  const [, flags = ''] = /^flags\s*:(.*)$/m.exec(readSystemFile('/proc/cpuinfo')) ?? [];
  const known = new Set(flags.split(' '));
  const [, best = ''] = FEATURES.find(([flag]) => known.has(flag)) ?? [];
  // an ARM of which the kernel tells no name is called unknown
  const model = (cpus()[0]?.model ?? '').replace('unknown', '').trim() || arch();
  return check('processor', [`${model} × ${availableParallelism()}`, best].filter(Boolean).join(', '));
}

function memoryCheck(): Check {
  const found = message('findings.memory', { free: gigabytes(freemem()), total: gigabytes(totalmem()) });
  return check(
    'memory',
    found,
    freemem() < LITTLE_MEMORY ? message('remedies.closePrograms', { gigabytes: LITTLE_MEMORY / 1e9 }) : '',
  );
}

/** One line for files that stand together: where they lie, or which are missing. */
function libraryCheck(name: CheckName, libraries: readonly Library[], version: string, fix: Said): Check {
  const missing = libraries.filter(({ found }) => !found).map((library) => library.name);
  if (missing.length > 0) return check(name, message('findings.missing', { names: missing.join(', ') }), fix);
  return check(name, [version, dirname(libraries[libraries.length - 1].path)].filter(Boolean).join(', '));
}

/** -1, 0 or 1 as of two version numbers the first is the older, the same or the newer. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const difference = (left[part] || 0) - (right[part] || 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

const named = (gpus: readonly Gpu[]) =>
  gpus.map(({ name, memory }) => `${name}, ${(memory / 1e9).toFixed(1)} GB`).join('; ');

/** The cards, and what TensorFlow makes of them. */
function cardCheck(gpus: readonly Gpu[]): Check {
  const cards = named(gpus);
  // TensorFlow computes on the first; one of which nothing is known may do.
  const { capability = OLDEST_CAPABILITY } = gpus[0];
  if (capability < OLDEST_CAPABILITY) return check('card', cards, message('remedies.newerCard', { capability }));
  return check('card', capability < NEWEST_CAPABILITY + 1 ? cards : message('findings.newCard', { cards }));
}

function gpuChecks(gpus: readonly Gpu[], { device }: Runtime): Check[] {
  if (gpus.length === 0) return [check('card', message('findings.noCard'))];
  if (device === 'cpu' && !computesOnCards())
    return [check('card', message('findings.unusedCard', { cards: named(gpus) }))];
  const [{ driver }] = gpus;
  const advice = message('remedies.installDriver', { version: OLDEST_DRIVER });
  return [
    cardCheck(gpus),
    check('driver', driver, compareVersions(driver, OLDEST_DRIVER) < 0 ? advice : ''),
    libraryCheck(
      'cuda',
      cudaLibraries(),
      '',
      remedyHere(message('remedies.bringCuda'), message('remedies.bringEngine')),
    ),
  ];
}

function engineFound(label: string, reason: Said): Said {
  const engine = engineMessage(label);
  return reason === '' ? engine : message('findings.engineBecause', { engine, reason });
}

/** What an engine needs of this machine, each found or missing, with what to do; the engine itself last. */
export function checksOf(runtime: Runtime, label: string, gpus: readonly Gpu[]): Check[] {
  const { reason, install, tensorflowVersion = '' } = runtime;
  return [
    systemCheck(),
    processorCheck(),
    memoryCheck(),
    libraryCheck(
      'tensorflow',
      nativeLibraries(),
      tensorflowVersion,
      install || remedyHere(message('remedies.setUpAgain'), message('remedies.bringEngine')),
    ),
    ...gpuChecks(gpus, runtime),
    { name: 'engine', ok: reason === '', found: engineFound(label, reason), fix: install },
  ];
}
