import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

/**
 * Mounts what programs expect of a system, in a namespace that takes them along when it ends, and makes the folder its root:
 * in a mere chroot nobody may make namespaces, which browsers and some tests do.
 */
const ENTER = `
set -e
mount --bind "$1" "$1"
cd "$1"
mount --rbind /dev dev
mount --rbind /sys sys
mount -t proc proc proc
mkdir -p .outside
pivot_root . .outside
cd /
umount -l /.outside
exec chroot --userspec="$2:$2" / /usr/bin/env -i HOME="$3" PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 \\
  NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt AESOP_WHEEL_INDEX="$AESOP_WHEEL_INDEX" sh -c "cd '$3/aesop' && $4"`;
const ENGINE = /(TensorFlow \S+|portable engine \(\w+\)) on (CPU|GPU)/;
/** What the set-up says when it brought another engine than there was. */
const BROUGHT = /TensorFlow(?= is ready)|portable engine(?= will run)/;
const TESTS = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;
const COLOURS = new RegExp(String.raw`\u001b\[[\d;]*m`, 'g');

/**
 * @typedef {object} Account
 * @property {string} name
 * @property {string} home
 *
 * @typedef {object} Row what one command did
 * @property {string} command
 * @property {string} who
 * @property {number} seconds
 * @property {number | null} code
 * @property {string} engine as the command or the set-up last named it
 * @property {string} tests passed, failed and skipped; empty where it made none
 */

/**
 * Runs a command in the clone of an account, inside.
 * @param {string} root @param {Account} account @param {string} command
 * @param {string} log what it says goes there
 * @param {AbortSignal} signal ends it and all that it began
 * @param {string} [before] the engine until now
 * @returns {Promise<Row>}
 */
export async function runInside(root, { name, home }, command, log, signal, before = '') {
  const begun = Date.now();
  const isolated = ['--mount', '--pid', '--fork', '--kill-child'];
  const args = [...isolated, 'sh', '-c', ENTER, 'sh', root, name, home, command];
  const child = spawn('unshare', args, { stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' });
  const file = createWriteStream(log);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
      file.write(text);
    });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  file.end();
  const plain = said.replace(COLOURS, '');
  const [, passed, failed, skipped = '0'] = [...plain.matchAll(TESTS)].at(-1) ?? [];
  return {
    command,
    who: name,
    seconds: Math.round((Date.now() - begun) / 1000),
    code,
    engine: ENGINE.exec(plain)?.[1] ?? BROUGHT.exec(plain)?.[0] ?? before,
    tests: passed === undefined ? '' : `${passed}/${failed}/${skipped}`,
  };
}
