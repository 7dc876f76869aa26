import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../build/setup/command.mjs';
import { PLATFORMS, program } from './places.mjs';

const CODENAME = 'bookworm';
/** Milliseconds that a command may take: a package brings many others. */
const LONGEST = 900_000;
const ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

/** @param {string} command @param {string[]} args @returns {Promise<string>} what it printed; throws with it when it fails */
export async function must(command, ...args) {
  const { ok, output } = await run(command, args, { env: ENVIRONMENT, timeout: LONGEST });
  if (!ok) throw new Error(`${command} ${args[0]} failed:\n${output}`);
  return output.trim();
}

/** @returns {Promise<string[][]>} [address, release, component] of what this machine's apt reads of Debian 12 */
export async function debianSources() {
  const lines = await must(
    'apt-get',
    'indextargets',
    '--format',
    '$(REPO_URI) $(RELEASE) $(COMPONENT)',
    'Created-By: Packages',
  );
  const all = lines.split('\n').map((line) => line.split(' '));
  const debian = all.filter(([, release = '']) => release === CODENAME || release.startsWith(`${CODENAME}-`));
  if (!debian.some(([, release]) => release === CODENAME)) throw new Error(`apt knows no Debian ${CODENAME} here.`);
  return debian;
}

/**
 * A Debian 12 as small as it comes, kept as an archive for the next time.
 * @param {string} root an empty folder @param {string[]} [packages] what it has besides
 */
export async function unpackDebian(root, packages = []) {
  const archive = join(PLATFORMS, `${['debian', CODENAME, ...packages].join('-')}.tar`);
  if (!existsSync(archive)) {
    const debootstrap = await program('debootstrap', ['debootstrap']);
    const [address] = (await debianSources()).find(([, release]) => release === CODENAME) ?? [];
    const fresh = `${root}.fresh`;
    rmSync(fresh, { recursive: true, force: true });
    const include = packages.length > 0 ? [`--include=${packages.join(',')}`] : [];
    // In a mount namespace of its own: what it mounts goes with it, also when it is killed.
    await must('unshare', '--mount', debootstrap, '--variant=minbase', ...include, CODENAME, fresh, address);
    mkdirSync(PLATFORMS, { recursive: true });
    await must('tar', '-cf', `${archive}.new`, '-C', fresh, '.');
    renameSync(`${archive}.new`, archive);
    rmSync(fresh, { recursive: true });
  }
  await must('tar', '-xf', archive, '-C', root);
}
