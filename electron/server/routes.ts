import type { IncomingMessage, ServerResponse } from 'node:http';
import { WIRE_PATHS } from '../contract/wire.ts';
import type { Studio } from '../studio/index.ts';
import { requestAddress } from './address.ts';
import { SAFE_HEADERS, sendText } from './answers.ts';
import type { Guard, Refusal } from './guard.ts';
import { sendPage } from './pages.ts';
import { receiveFile, sendFile } from './transfers.ts';
import type { Uploads } from './uploads.ts';
import { sendWelcome, sendWelcomeScript, WELCOME_SCRIPT } from './welcome.ts';

interface RouteOptions {
  readonly studio: Studio;
  /** folder of the built pages */
  readonly pages: string;
  readonly guard: Guard;
  readonly uploads: Uploads;
  /** called when a token was used up: another has taken its place */
  onVisit(): void;
}

/** What is asked for over HTTP: the welcome with its token, files in both directions, the pages; each guarded. */
export function createRoutes({ studio, pages, guard, uploads, onVisit }: RouteOptions) {
  const files = `/${WIRE_PATHS.files}`;
  const refused = (response: ServerResponse, refusal: Refusal) => {
    if (refusal) sendText(response, refusal.status, refusal.reason);
    return refusal !== undefined;
  };

  /** The address that a terminal shows. @returns whether it was answered here */
  const welcomed = (request: IncomingMessage, response: ServerResponse, address: URL): boolean => {
    if (guard.takeToken(request, address)) {
      sendWelcome(response, guard);
      onVisit();
      return true;
    }
    if (guard.check(request, { origin: false, key: false })) return false;
    // The same address clicked again: this browser has its key already.
    response.setHeader('location', './');
    sendText(response, 302, 'This browser knows the way.');
    return true;
  };

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = requestAddress(request);
    if (!address) return sendText(response, 400, 'This is not an address of the studio.');
    if (refused(response, guard.checkHost(request))) return;
    const { pathname } = address;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && pathname === WELCOME_SCRIPT) return sendWelcomeScript(response);
    if (reads && pathname === '/' && address.searchParams.has('token') && welcomed(request, response, address)) return;
    // An anchor downloads, and cannot send the key: the name of such a file is secret itself.
    const key = !reads || pathname === `/${WIRE_PATHS.socket}`;
    if (refused(response, guard.check(request, { origin: !reads, key }))) return;
    if (request.method === 'POST' && pathname === files) return receiveFile(uploads, request, response, address);
    if (!reads) return sendText(response, 405, 'Only GET is known here.');
    if (pathname === `/${WIRE_PATHS.socket}`) return sendText(response, 426, 'A WebSocket is spoken here.');
    if (pathname.startsWith(`${files}/`)) return sendFile(studio, request, response, pathname.slice(files.length + 1));
    return sendPage(pages, pathname, request.headers['if-none-match'], response);
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    route(request, response).catch((thrown: unknown) => {
      studio.log.failure('server', thrown);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'Something went wrong inside Aesop. The log has the details.');
    });
  };
}
