import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { IPC_CHANNELS } from '../contract/ipc-channels.ts';
import type { AesopBridge, WireEvent, WireResult } from '../contract/wire.ts';

const bridge: AesopBridge = {
  request: (name, input) => ipcRenderer.invoke(IPC_CHANNELS.request, name, input) as Promise<string>,
  on: (listener) => {
    // The event object of ipc stays on this side: it holds the way to every channel.
    const receive = (_event: unknown, message: WireEvent) => listener(message);
    ipcRenderer.on(IPC_CHANNELS.event, receive);
    return () => void ipcRenderer.removeListener(IPC_CHANNELS.event, receive);
  },
  grantFile: (file) => ipcRenderer.invoke(IPC_CHANNELS.grant, webUtils.getPathForFile(file)) as Promise<WireResult>,
};

contextBridge.exposeInMainWorld('aesop', bridge);
