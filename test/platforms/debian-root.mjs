import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CACHE } from '../../build/setup/files.mjs';

const ROOT = join(CACHE, 'debian');
/** @type {[type: string, at: string][]} what a program expects of the kernel */
const MOUNTS = [
  ['proc', 'proc'],
  ['tmpfs', 'dev/shm'],
];

/** @param {string} program @param {string[]} args @param {number} [seconds] */
function must(program, args, seconds = 900) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: seconds * 1000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? `${stdout}${stderr}`}`);
  return stdout;
}

/** A Debian of its own in a folder, without anything but what a package brings; made once, by root. */
export class DebianRoot {
  folder = ROOT;

  static open() {
    if (!existsSync(ROOT)) {
      const unfinished = `${ROOT}.unfinished`;
      rmSync(unfinished, { recursive: true, force: true });
      must('debootstrap', ['--variant=minbase', 'bookworm', unfinished]);
      renameSync(unfinished, ROOT);
    }
    const root = new DebianRoot();
    for (const [type, at] of MOUNTS) {
      mkdirSync(join(ROOT, at), { recursive: true });
      must('mount', ['-t', type, type, join(ROOT, at)]);
    }
    return root;
  }

  /** @param {...string} command */
  run(...command) {
    return must('chroot', [ROOT, ...command]);
  }

  /** Installs a package with what it depends on. @param {string} deb */
  install(deb) {
    copyFileSync('/etc/resolv.conf', join(ROOT, 'etc', 'resolv.conf'));
    copyFileSync(deb, join(ROOT, basename(deb)));
    this.run('apt-get', 'update', '-qq');
    this.run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', `/${basename(deb)}`);
    rmSync(join(ROOT, basename(deb)));
  }

  close() {
    for (const [, at] of MOUNTS) must('umount', ['-l', join(ROOT, at)]);
  }
}
