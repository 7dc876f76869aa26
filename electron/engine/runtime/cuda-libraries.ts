import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { nativeFolder } from './native-folder.ts';
import type { Library } from './types.ts';

/** What TensorFlow 2.21 opens by name on the first use of a GPU. */
const CUDA_LIBRARIES = [
  'libcuda.so.1',
  'libcudart.so.12',
  'libcublas.so.12',
  'libcublasLt.so.12',
  'libcufft.so.11',
  'libcusolver.so.11',
  'libcusparse.so.12',
  'libcudnn.so.9',
];
const SYSTEM_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/usr/lib/wsl/lib', '/lib64'];

function subfolders(parent: string, wanted: RegExp): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => join(parent, name));
}

/**
 * Folders holding CUDA libraries that the system's loader would not find by itself: those that set-up placed beside
 * TensorFlow first, then a CUDA toolkit under /usr/local.
 */
export function cudaLibraryFolders(folder = nativeFolder()): string[] {
  const own = folder ? subfolders(join(folder, 'deps', 'nvidia'), /./).map((path) => join(path, 'lib')) : [];
  const toolkits = subfolders('/usr/local', /^cuda(-12.*)?$/).map((path) => join(path, 'lib64'));
  return [...own, ...toolkits].filter((path) => existsSync(path));
}

/** Each CUDA library with the first folder that holds it, in the order in which the loader searches. */
export function cudaLibraries(folder = nativeFolder()): Library[] {
  const fromUser = (process.env.LD_LIBRARY_PATH ?? '').split(delimiter).filter(Boolean);
  const folders = [...fromUser, ...cudaLibraryFolders(folder), ...SYSTEM_FOLDERS];
  return CUDA_LIBRARIES.map((name) => {
    const path = folders.map((parent) => join(parent, name)).find((candidate) => existsSync(candidate));
    return { name, path: path ?? '', found: path !== undefined };
  });
}
