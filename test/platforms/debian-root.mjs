import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CACHE } from '../../build/setup/files.mjs';
import { must, unpackDebian } from './debian.mjs';

const ROOT = join(CACHE, 'debian');
/** @type {[type: string, at: string][]} what a program expects of the kernel */
const MOUNTS = [
  ['proc', 'proc'],
  ['tmpfs', 'dev/shm'],
];

/** A Debian of its own in a folder, without anything but what a package brings; made once, by root. */
export class DebianRoot {
  folder = ROOT;

  static async open() {
    if (!existsSync(ROOT)) {
      const unfinished = `${ROOT}.unfinished`;
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished, { recursive: true });
      await unpackDebian(unfinished);
      renameSync(unfinished, ROOT);
    }
    for (const [type, at] of MOUNTS) {
      mkdirSync(join(ROOT, at), { recursive: true });
      await must('mount', '-t', type, type, join(ROOT, at));
    }
    return new DebianRoot();
  }

  /** @param {...string} command */
  run(...command) {
    return must('chroot', ROOT, ...command);
  }

  /** Installs a package with what it depends on. @param {string} deb */
  async install(deb) {
    copyFileSync('/etc/resolv.conf', join(ROOT, 'etc', 'resolv.conf'));
    copyFileSync(deb, join(ROOT, basename(deb)));
    await this.run('apt-get', 'update', '-qq');
    await this.run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', `/${basename(deb)}`);
    rmSync(join(ROOT, basename(deb)));
  }

  async close() {
    for (const [, at] of MOUNTS) await must('umount', '-l', join(ROOT, at));
  }
}
