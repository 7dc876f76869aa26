/** Channels of Electron's ipc. `request` resolves to a WireResult as JSON, `grant` to a WireResult; `event` is sent to the page. */
export const IPC_CHANNELS = { request: 'aesop:request', grant: 'aesop:grant', event: 'aesop:event' } as const;
