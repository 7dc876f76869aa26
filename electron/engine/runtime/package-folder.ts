import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { saidSchema } from '../../contract/message.ts';
import type { Library } from './types.ts';

/** What the set-up left beside the add-on: which engine it prepared and, when not TensorFlow, why. */
const setupNoteSchema = z.object({
  engine: z.enum(['tensorflow', 'portable']),
  variant: z.enum(['cpu', 'gpu', 'prebuilt']).optional(),
  reason: saidSchema.optional(),
  install: saidSchema.optional(),
});
export type SetupNote = z.infer<typeof setupNoteSchema>;

/** Folder of tfjs-node-gpu, or nothing when the package is not installed. */
export function addonPackageFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-node-gpu/package.json'));
  } catch {
    return undefined;
  }
}

/** The set-up's note; nothing when set-up never ran here or left something else. */
export function readSetupNote(folder = addonPackageFolder()): SetupNote | undefined {
  if (!folder) return undefined;
  try {
    return setupNoteSchema.parse(JSON.parse(readFileSync(join(folder, 'deps', 'aesop-runtime.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** TensorFlow's shared libraries: first as its Python wheels name them, then as the published builds of its C API do. */
const NATIVE_FILES: Partial<Record<NodeJS.Platform, string[][]>> = {
  linux: [
    ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'],
    ['libtensorflow.so.2', 'libtensorflow_framework.so.2'],
  ],
  darwin: [['libtensorflow.2.dylib', 'libtensorflow_framework.2.dylib']],
  win32: [['tensorflow.dll']],
};

/** The add-on and TensorFlow's shared libraries, each with where it is looked for and whether it is there. */
export function nativeLibraries(folder = addonPackageFolder()): Library[] {
  const root = folder ?? '';
  const libraries = join(root, 'deps', 'lib');
  const known = NATIVE_FILES[process.platform] ?? [[]];
  const names = known.find((set) => existsSync(join(libraries, set[0] ?? ''))) ?? known[0];
  const addon = join(root, 'lib', 'napi-v8', 'tfjs_binding.node');
  return [addon, ...names.map((name) => join(libraries, name))].map((path) => ({
    name: basename(path),
    path,
    found: root !== '' && existsSync(path),
  }));
}
