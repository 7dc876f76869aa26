import { bridgeTransport } from '../../renderer/lib/bridge-transport.ts';
import { client } from '../../renderer/lib/client.ts';
import { turns } from '../../renderer/lib/turns.ts';
import { studio } from '../../renderer/state/studio.svelte.ts';
import { FakeBridge } from './fixtures/fake-bridge.ts';
import type { STATES } from './fixtures/states.ts';

let started = false;

/** The page's state over a fake studio, read and ready; each test file has its own. */
export async function openStudio(
  state: keyof typeof STATES = 'full',
  answers: ConstructorParameters<typeof FakeBridge>[1] = {},
): Promise<FakeBridge> {
  const bridge = new FakeBridge(state, answers);
  if (!started) studio.start();
  started = true;
  client.connect(bridgeTransport(bridge));
  await settle();
  return bridge;
}

/** Lets promises and the fake studio's timers run, and all parts of the page have their turn. */
export async function settle(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 10));
  while (turns.waiting);
}
