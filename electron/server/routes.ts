import type { IncomingMessage, ServerResponse } from 'node:http';
import { WIRE_PATHS } from '../contract/wire.ts';
import { terminalMessage } from '../messages/terminal.ts';
import type { Studio } from '../studio/index.ts';
import { requestAddress } from './address.ts';
import { SAFE_HEADERS, type Answers } from './answers.ts';
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
  readonly answers: Answers;
  /** called when a token was used up: another has taken its place */
  onVisit(): void;
}

/** What is asked for over HTTP: the welcome with its token, files in both directions, the pages; each guarded. */
export function createRoutes({ studio, pages, guard, uploads, answers, onVisit }: RouteOptions) {
  const files = `/${WIRE_PATHS.files}`;
  const refused = (response: ServerResponse, refusal: Refusal) => {
    if (refusal) answers.send(response, refusal.status, refusal.reason);
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
    answers.send(response, 302, terminalMessage('server.knownBrowser'));
    return true;
  };

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = requestAddress(request);
    if (!address) return answers.send(response, 400, terminalMessage('server.noAddress'));
    if (refused(response, guard.checkHost(request))) return;
    const { pathname } = address;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && pathname === WELCOME_SCRIPT) return sendWelcomeScript(response);
    if (reads && pathname === '/' && address.searchParams.has('token') && welcomed(request, response, address)) return;
    // An anchor downloads, and cannot send the key: the name of such a file is secret itself.
    const key = !reads || pathname === `/${WIRE_PATHS.socket}`;
    if (refused(response, guard.check(request, { origin: !reads, key }))) return;
    if (request.method === 'POST' && pathname === files) return receiveFile(uploads, request, response, address);
    if (!reads) return answers.send(response, 405, terminalMessage('server.onlyGet'));
    if (pathname === `/${WIRE_PATHS.socket}`) return answers.send(response, 426, terminalMessage('server.webSocket'));
    if (pathname.startsWith(`${files}/`))
      return sendFile(studio, answers, request, response, pathname.slice(files.length + 1));
    return sendPage(pages, answers, pathname, request.headers['if-none-match'], response);
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    route(request, response).catch((thrown: unknown) => {
      studio.log.failure('server', thrown);
      if (response.headersSent) response.destroy();
      else answers.send(response, 500, terminalMessage('server.failed'));
    });
  };
}
