import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** A new network has its loopback device down; perl is on every Debian, where `ip` may be missing. */
const LOOPBACK_UP = `ip link set lo up 2>/dev/null ||
  perl -e '$up = pack("a16 s x14", "lo", 1); socket(S, 2, 2, 0) && ioctl(S, 0x8914, $up) or die'`;
/** Root needs no user namespace, which is refused in some containers. */
const UNSHARE = process.getuid?.() === 0 ? ['--net'] : ['--map-root-user', '--net'];
/** Stops the traced calls alone, so that all others are as quick as ever. */
const STRACE = ['-f', '--seccomp-bpf', '-qq', '-e', 'trace=connect,sendto,sendmsg', '-e', 'signal=none'];
const HOME = /sin_addr=inet_addr\("127\.|inet_pton\(AF_INET6, "(::1|::ffff:127\.[\d.]+)"/;
/** Who asks there has names looked up by another process. */
const RESOLVER = /sun_path="[^"]*systemd\/resolve/;

/** Why no command can be run in a network of its own here; '' where it can. */
export function reasonAgainstLoneNetwork(): string {
  if (process.platform !== 'linux') return 'only Linux has networks for single processes';
  const { status, error } = spawnSync('unshare', [...UNSHARE, 'sh', '-c', LOOPBACK_UP], { timeout: 30e3 });
  if (error) return 'there is no `unshare`';
  return status === 0 ? '' : 'this account may not make a network of its own';
}

/**
 * Runs a program in a network that has nothing but the loopback device.
 * @param trace a file to come: where there is strace, what it saw
 * @returns what it printed, and the calls of it and its children that were meant for another machine, as strace shows them
 */
export async function inLoneNetwork(
  command: readonly string[],
  trace: string,
  env = process.env,
): Promise<{ stdout: string; calls: string[] }> {
  const traced = spawnSync('strace', [...STRACE, '-o', trace, 'true']).status === 0;
  const line = traced ? ['strace', ...STRACE, '-o', trace, ...command] : command;
  const script = `${LOOPBACK_UP}\nexec "$@"`;
  const { stdout } = await promisify(execFile)('unshare', [...UNSHARE, 'sh', '-c', script, 'sh', ...line], { env });
  const lines = existsSync(trace) ? readFileSync(trace, 'utf8').split('\n') : [];
  const calls = lines.filter((call) => (/AF_INET6?\b/.test(call) ? !HOME.test(call) : RESOLVER.test(call)));
  return { stdout, calls };
}
