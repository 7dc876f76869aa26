import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Language } from '../contract/languages.ts';
import type { Message } from '../contract/message.ts';
import { CONTENT_SECURITY_POLICY } from '../contract/wire.ts';
import type { Voices } from './voices.ts';

/** What a browser could lend a page and ours never asks for. Writing to the clipboard is left to it. */
const DENIED_FEATURES = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Headers of everything this server sends. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'permissions-policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const PLAIN_TEXT = 'text/plain; charset=utf-8';

const NOT_THERE = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EISDIR', 'file-not-granted']);

/** Plain answers, each in the language of who asked. */
export class Answers {
  readonly #voices: Voices;

  constructor(voices: Voices) {
    this.#voices = voices;
  }

  /** The language of who asked. */
  languageOf(request: IncomingMessage): Language {
    return this.#voices(request).language;
  }

  /** A short plain answer; never kept by a browser, for it may be another the next time. */
  send(response: ServerResponse, status: number, said: Message): void {
    const { headers } = response.req;
    // A body that is not read to its end would be taken for the next request, or sent for ever.
    if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0)
      response.setHeader('connection', 'close');
    const text = this.#voices(response.req).say(said);
    response.writeHead(status, { 'content-type': PLAIN_TEXT, 'cache-control': 'no-store' }).end(`${text}\n`);
  }

  /** Says that a file is not there; what else went wrong with it is thrown on. */
  missing(response: ServerResponse, thrown: unknown, said: Message): void {
    if (!NOT_THERE.has((thrown as { code?: unknown } | null)?.code)) throw thrown;
    this.send(response, 404, said);
  }

  /** The same on a bare socket; the socket ends with it, whatever the other side does. @param request if it became one */
  end(socket: Duplex, status: number, said: Message, request?: IncomingMessage): void {
    if (!socket.writable) return void socket.destroy();
    const body = `${this.#voices(request).say(said)}\n`;
    const headers = {
      ...SAFE_HEADERS,
      connection: 'close',
      'content-type': PLAIN_TEXT,
      'content-length': Buffer.byteLength(body),
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
  }
}
