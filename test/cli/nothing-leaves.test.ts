import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FABLE, PROGRAM, temporaryFolder } from './aesop.ts';
import { inLoneNetwork, reasonAgainstLoneNetwork } from './lone-network.ts';

const folder = await temporaryFolder();
const reason = reasonAgainstLoneNetwork();
const WALK = join(import.meta.dirname, 'offline-walk.mjs');

interface Walk {
  outcomes: { command: string; code: number | null; said: string }[];
  page: number;
  leaving: { withoutRoute: number; datagrams: number };
}

async function walk(program: string, name: string): Promise<Walk & { calls: string[] }> {
  const command = [process.execPath, WALK, program, FABLE, join(folder, name)];
  const { stdout, calls } = await inLoneNetwork(command, join(folder, `${name}.trace`));
  return { ...(JSON.parse(stdout) as Walk), calls };
}

test.skipIf(reason)(
  `no connection beyond this machine is tried, from a text to an exported model${said()}`,
  async () => {
    const { outcomes, page, leaving, calls } = await walk(PROGRAM, 'ours');
    const ended = ['train', 'tell', 'evaluate', 'export', 'serve'].map((command) => ({ command, code: 0, said: '' }));
    expect(outcomes).toEqual(ended);
    expect(page).toBeGreaterThanOrEqual(200);
    expect(page).toBeLessThan(400);
    expect(calls).toEqual([]);
    expect(leaving).toEqual({ withoutRoute: 0, datagrams: 0 });
  },
);

const TRIES = {
  'an address': 'require("node:net").connect(80, "192.0.2.1").on("error", () => {})',
  'an address of IPv6': 'require("node:net").connect(80, "2001:db8::1").on("error", () => {})',
  'a name': 'require("node:dns").lookup("aesop.invalid", () => {})',
  'a resolver of this machine':
    'const s = require("node:dgram").createSocket("udp4"); s.send("?", 53, "127.0.0.53", () => s.close())',
};
test.skipIf(reason).each(Object.entries(TRIES))(`a program that tries %s is seen${said()}`, async (_, code) => {
  const script = `${code}; process.on("exit", () => console.log(JSON.stringify(require(process.argv[1]).leaving())))`;
  const command = [process.execPath, '-e', script, join(import.meta.dirname, 'leaving.cjs')];
  const { stdout } = await inLoneNetwork(command, join(folder, 'tries.trace'));
  const { withoutRoute, datagrams } = JSON.parse(stdout) as Walk['leaving'];
  expect(withoutRoute + datagrams).toBeGreaterThan(0);
});

function said(): string {
  return reason && ` (skipped: ${reason})`;
}
