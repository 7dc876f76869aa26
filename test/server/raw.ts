import { connect } from 'node:net';

/**
 * Sends bytes as they are.
 * @returns what comes back until the server ends the socket
 */
export function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('latin1').on('data', (text: string) => (heard += text));
    // A server that ends while it is still written to resets: what it said before counts.
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });
}
