/** Channels of Electron's ipc. `request` and `grant` are invoked and resolve to a WireResult; `event` is sent to the page. */
export const IPC_CHANNELS = { request: 'aesop:request', grant: 'aesop:grant', event: 'aesop:event' } as const;
