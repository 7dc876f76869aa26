import { inject } from 'vitest';
import { BrowserHost } from './browser-host.ts';
import { ElectronHost } from './electron-host.ts';
import type { StudioHost, StudioOptions } from './host.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** given by vitest.config.ts: each is a project over the same specs */
    host: 'browser' | 'electron';
  }
}

export type RealStudio = StudioHost;

/** The studio in the host that this run of the specs is for. */
export const RealStudio = {
  open: (options: StudioOptions = {}): Promise<StudioHost> =>
    inject('host') === 'electron' ? ElectronHost.open(options) : BrowserHost.open(undefined, options),
};
