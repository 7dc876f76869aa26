import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

type Handler = (event: unknown, ...values: unknown[]) => Promise<unknown>;

/** What the tests of the shell see of Electron: each part remembers what it was asked. */
export function electronDouble() {
  const handlers = new Map<string, Handler>();
  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    getLocale: () => 'en-US',
    getPath: (name: string) => `/${name}`,
    exit: vi.fn(),
    relaunch: vi.fn(),
    quit: vi.fn(),
  });
  return {
    app,
    handlers,
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    session: {
      defaultSession: {
        setPermissionRequestHandler: vi.fn(),
        setPermissionCheckHandler: vi.fn(),
        setDevicePermissionHandler: vi.fn(),
      },
    },
    powerMonitor: new EventEmitter(),
    dialog: {
      showMessageBox: vi.fn(),
      showMessageBoxSync: vi.fn(),
      showErrorBox: vi.fn(),
      showSaveDialog: vi.fn(),
      showOpenDialog: vi.fn(),
    },
    shell: { openPath: vi.fn() },
    Menu: { buildFromTemplate: <T>(template: T) => template, setApplicationMenu: vi.fn() },
    utilityProcess: { fork: vi.fn() },
    powerSaveBlocker: { start: vi.fn(() => 1), stop: vi.fn() },
    Notification: class extends EventEmitter {
      static shown: { title: string; body: string }[] = [];
      static isSupported = () => true;
      readonly options: { title: string; body: string };
      constructor(options: { title: string; body: string }) {
        super();
        this.options = options;
      }
      show() {
        (this.constructor as unknown as { shown: object[] }).shown.push(this.options);
      }
    },
  };
}
