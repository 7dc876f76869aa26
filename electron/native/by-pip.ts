import { execFile } from 'node:child_process';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Wheel } from './systems.ts';

const run = promisify(execFile);
const PYTHONS = process.platform === 'win32' ? ['python', 'py'] : ['python3', 'python'];
const PATIENCE = ['--retries', '2', '--timeout', '30', '--disable-pip-version-check', '--quiet'];
/** A line behind a slow network: half a gigabyte in an hour. */
const LONGEST = 3600_000;

/** @returns a Python whose pip starts; undefined where there is none */
export async function pythonWithPip(): Promise<string | undefined> {
  for (const python of PYTHONS)
    if (
      await run(python, ['-m', 'pip', '--version'], { timeout: 30_000 }).then(
        () => true,
        () => false,
      )
    )
      return python;
  return undefined;
}

/** The last thing that pip says, which is what is wrong. */
function lastLine(thrown: unknown): string {
  const { stderr = '', message } = thrown as { stderr?: string; message: string };
  return (stderr.trim().split('\n').pop() || message).replace(/^ERROR: /, '');
}

/**
 * Has pip download a wheel, for it knows an index where nothing names one.
 * @param path where it goes
 * @param fresh past pip's own cache
 * @throws Error with what pip says
 */
export async function downloadByPip(
  python: string,
  { project, version, platform }: Wheel,
  path: string,
  fresh: boolean,
  signal: AbortSignal,
): Promise<void> {
  const folder = `${path}.pip`;
  const which = ['--no-deps', '--only-binary=:all:', '--python-version', '3.11', '--platform', platform];
  const args = ['-m', 'pip', 'download', ...which, ...PATIENCE, ...(fresh ? ['--no-cache-dir'] : [])];
  const env = { ...process.env, TMPDIR: folder };
  try {
    await rm(folder, { recursive: true, force: true });
    await run(python, [...args, '-d', folder, `${project}==${version}`], { env, signal, timeout: LONGEST });
    const [name] = await readdir(folder);
    await rename(join(folder, name), path);
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    throw new Error(lastLine(thrown), { cause: thrown });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
