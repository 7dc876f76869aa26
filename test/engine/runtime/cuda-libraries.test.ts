import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cudaLibraries, cudaLibraryFolders } from '../../../electron/engine/runtime/cuda-libraries.ts';

test('CUDA beside TensorFlow is found first, and what is missing is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aesop-cuda-'));
  const cudnn = join(folder, 'deps', 'nvidia', 'cudnn', 'lib');
  mkdirSync(cudnn, { recursive: true });
  writeFileSync(join(cudnn, 'libcudnn.so.9'), '');
  try {
    expect(cudaLibraryFolders(folder)[0]).toBe(cudnn);
    const found = cudaLibraries(folder).find(({ name }) => name === 'libcudnn.so.9');
    expect(found).toEqual({ name: 'libcudnn.so.9', path: join(cudnn, 'libcudnn.so.9'), found: true });
    const empty = cudaLibraries(join(folder, 'nowhere'));
    expect(empty.map(({ name }) => name)).toContain('libcublas.so.12');
    for (const { path, found: there } of empty) expect(there).toBe(path !== '');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
