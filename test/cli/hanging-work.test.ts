import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Host } from '../../electron/cli/host.ts';
import { Interrupted } from '../../electron/cli/interruptions.ts';
import { Terminal } from '../../electron/cli/output/terminal.ts';
import { loadTerminal } from '../../electron/messages/terminal.ts';

const english = await loadTerminal('en');
const options = { json: false, quiet: true, verbose: false, color: false };
let host: Host;
beforeEach(() => {
  vi.useFakeTimers();
  host = new Host(new Terminal({ color: false, status: false }), english, options);
});
afterEach(async () => {
  await host.close();
  vi.useRealTimers();
});

test('work that hangs in the system is left behind a second after Ctrl-C', async () => {
  const leaveOff = vi.fn();
  const waiting = host.interruptible(new Promise(() => {}), leaveOff);
  const ended = expect(waiting).rejects.toBeInstanceOf(Interrupted);
  host.interruptions.interrupt();
  expect(leaveOff).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1000);
  await ended;
});

test('work that leaves off by itself is interrupted, too', async () => {
  let refuse: (error: Error) => void = () => {};
  const leaving = host.interruptible(new Promise((_, reject) => (refuse = reject)), () => refuse(new Error('stopped')));
  host.interruptions.interrupt();
  await expect(leaving).rejects.toBeInstanceOf(Interrupted);
});

test('work that ends meanwhile has ended', async () => {
  let end: (value: string) => void = () => {};
  const ending = host.interruptible(new Promise((resolve) => (end = resolve)), () => end('done'));
  host.interruptions.interrupt();
  await expect(ending).resolves.toBe('done');
});
