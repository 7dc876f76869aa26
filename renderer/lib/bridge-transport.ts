import type { AesopBridge } from '../../electron/contract/wire.ts';
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
    request: (name, input) => bridge.request(name, plainCopy(input)),
    grant: (file) => bridge.grantFile(file),
    download: () => null,
    start(listener) {
      end = bridge.on((event) => listener.event(event));
      listener.link('up');
    },
    stop: () => end(),
  };
}
