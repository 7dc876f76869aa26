import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { saidSchema, type Message } from '../../contract/message.ts';
import { ADDON, engineFolder, isApp, readNote } from '../../native/installation.mjs';
import type { Library } from './types.ts';

/** What is noted of engines for this installation: which one was prepared and, when not TensorFlow, why. */
const setupNoteSchema = z.object({
  engine: z.enum(['tensorflow', 'portable']),
  variant: z.enum(['cpu', 'gpu', 'prebuilt']).optional(),
  reason: saidSchema.optional(),
  install: saidSchema.optional(),
});
export type SetupNote = z.infer<typeof setupNoteSchema>;

/** Folder of tfjs-node-gpu, or nothing when the package is not installed. */
function addonPackageFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-node-gpu/package.json'));
  } catch {
    return undefined;
  }
}

/** Folder that holds node_modules: a checkout's, or the app's archive. */
const installationOf = (addonPackage: string) => join(addonPackage, '..', '..', '..');

/** This installation, by which engines are brought for it. */
export const installationFolder = () => installationOf(addonPackageFolder() ?? '');

/** What a person does about an engine: in an app there is no npm. */
export const remedyHere = (inCheckout: Message, inApp: Message): Message =>
  isApp(installationFolder()) ? inApp : inCheckout;

/** What is noted for this installation; nothing where set-up never ran. */
export function readSetupNote(addonPackage = addonPackageFolder()): SetupNote | undefined {
  if (!addonPackage) return undefined;
  const note = setupNoteSchema.safeParse(readNote(installationOf(addonPackage)));
  return note.success ? note.data : undefined;
}

/** Folder with `lib/napi-v8` and `deps`: an engine's of its own, else the package, where the published add-on goes. */
export function nativeFolder(addonPackage = addonPackageFolder()): string | undefined {
  return addonPackage && (engineFolder(installationOf(addonPackage)) ?? addonPackage);
}

/** TensorFlow's shared libraries, as its Python wheels name them, then as the published builds of its C API do. */
const NATIVE_FILES: Partial<Record<NodeJS.Platform, string[][]>> = {
  linux: [
    ['deps/lib/libtensorflow_cc.so.2', 'deps/lib/libtensorflow_framework.so.2'],
    ['deps/lib/libtensorflow.so.2', 'deps/lib/libtensorflow_framework.so.2'],
  ],
  darwin: [
    ['deps/lib/libtensorflow_cc.2.dylib', 'deps/lib/libtensorflow_framework.2.dylib'],
    ['deps/lib/libtensorflow.2.dylib', 'deps/lib/libtensorflow_framework.2.dylib'],
  ],
  win32: [['lib/napi-v8/_pywrap_tensorflow_common.dll'], ['deps/lib/tensorflow.dll']],
};

/** The add-on and TensorFlow's shared libraries, each with where it is looked for and whether it is there. */
export function nativeLibraries(folder = nativeFolder()): Library[] {
  const root = folder ?? '';
  const known = NATIVE_FILES[process.platform] ?? [[]];
  const names = known.find((set) => existsSync(join(root, set[0] ?? ''))) ?? known[0];
  return [ADDON, ...names].map((name) => {
    const path = join(root, name);
    return { name: basename(path), path, found: root !== '' && existsSync(path) };
  });
}
