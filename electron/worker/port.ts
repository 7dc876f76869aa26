import type { FromWorker } from '../contract/worker.ts';

/** The line to the studio, whichever kind of process this is. */
export interface Port {
  /** resolves when the message is on its way */
  send(message: FromWorker): Promise<void>;
  onMessage(listener: (message: unknown) => void): void;
  /** the studio's process is gone */
  onClosed(listener: () => void): void;
}

interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

function electronPort(port: ParentPort): Port {
  return {
    async send(message) {
      port.postMessage(message);
    },
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    onClosed: (listener) => port.on('close', listener),
  };
}

function nodePort(): Port {
  return {
    send: (message) =>
      new Promise((resolve) => {
        if (process.send && process.connected) process.send(message, () => resolve());
        else resolve();
      }),
    onMessage: (listener) => void process.on('message', listener),
    onClosed: (listener) => void process.on('disconnect', listener),
  };
}

/** The port of an Electron utility process, else that of a forked child. */
export function openPort(): Port {
  const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
  return parentPort ? electronPort(parentPort) : nodePort();
}
