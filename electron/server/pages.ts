import { readdir, readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Language } from '../contract/languages.ts';
import { terminalMessage } from '../messages/terminal.ts';
import type { Answers } from './answers.ts';

/** What a build of the pages holds. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const NO_PAGE = terminalMessage('server.noPage');

/** Names of built files are plain: no path leads out of the folder, to a hidden file or to another spelling of a name. */
const PLAIN_PATH = /^(\/[\w-][\w.-]*)+$/;

/**
 * The page asks for the texts of its browser's language as soon as its script runs, and no document can name them
 * beforehand: it is the same for every browser.
 * @returns header that has them fetched along with the script; undefined where the build has none
 */
async function languageLink(folder: string, language: Language): Promise<string | undefined> {
  const names = await readdir(join(folder, 'assets')).catch(() => []);
  const name = names.find((each) => each.startsWith(`language-${language}-`));
  return name && `<./assets/${name}>; rel=modulepreload; crossorigin`;
}

/**
 * Sends one of the built pages; their names carry a hash, all but the document's. Each is read whole, for the largest is
 * a font, and where it is gone, as when the pages are built anew under a running server, it is not found.
 * @param pathname as it was asked for
 * @param known the `if-none-match` of the request
 */
export async function sendPage(
  folder: string,
  answers: Answers,
  pathname: string,
  known: string | undefined,
  response: ServerResponse,
) {
  const name = pathname === '/' ? '/index.html' : pathname;
  const type = PLAIN_PATH.test(name) ? TYPES[extname(name)] : undefined;
  if (type === undefined) return answers.send(response, 404, NO_PAGE);
  const path = join(folder, name);
  try {
    const [{ mtimeMs, size }, bytes] = [await stat(path), await readFile(path)];
    const etag = `W/"${size}-${mtimeMs}"`;
    const hashed = name.startsWith('/assets/');
    response.setHeader('cache-control', hashed ? 'private, max-age=31536000, immutable' : 'no-cache');
    response.setHeader('etag', etag);
    const link = hashed ? undefined : await languageLink(folder, answers.languageOf(response.req));
    if (link !== undefined) response.setHeader('link', link);
    if (known === etag) response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
  } catch (thrown) {
    answers.missing(response, thrown, NO_PAGE);
  }
}
