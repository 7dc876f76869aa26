import type { AesopBridge, WireResult } from '../../electron/contract/wire.ts';
import { plainCopy } from './plain-copy.ts';
import type { Transport } from './transport.ts';

declare global {
  interface Window {
    /** put there by Electron's preload */
    aesop?: AesopBridge;
  }
}

/** The way over Electron's preload. It is there as long as the page is. */
export function bridgeTransport(bridge: AesopBridge): Transport {
  let end = () => {};
  return {
    request: async (name, input) => JSON.parse(await bridge.request(name, plainCopy(input))) as WireResult,
    grant: (file) => bridge.grantFile(file),
    download: () => null,
    start(listener) {
      end = bridge.on((event) => listener.event(event));
      listener.link('up');
    },
    stop: () => end(),
  };
}
