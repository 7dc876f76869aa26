/** In a page, a message to oneself comes in its turn, without the wait that timers there are given. */
function byMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

const inNode = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Lets through what waits for the event loop, in Node or in a page, and resolves at its next turn. */
export const nextTurn: () => Promise<void> = 'setImmediate' in globalThis ? inNode : byMessage;
