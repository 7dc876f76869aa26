import * as z from 'zod';
import { LONGEST } from '../contract/limits.ts';
import { request, shownAddress } from './http.ts';
import type { Wheel } from './systems.ts';

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
/** Characters of a project's page; the longest known has half a million. */
const LARGEST_PAGE = 30_000_000;

const pageSchema = z.object({
  files: z.array(z.object({ filename: z.string(), url: z.string(), hashes: z.record(z.string(), z.string()) })),
});

interface ListedFile {
  readonly name: string;
  readonly address: string;
  readonly sha256: string;
}

/** Whether the name of a file says that it is that wheel (PEP 427); it may name several platforms. */
export const isNamed = ({ project, version, platform }: Wheel, name: string) =>
  name.startsWith(`${project.replaceAll('-', '_')}-${version}-`) && name.endsWith('.whl') && name.includes(platform);

/** The name of its file, but for what of it a system may call otherwise. */
export const shownName = ({ project, version, platform }: Wheel) =>
  `${project.replaceAll('-', '_')}-${version}-…${platform}.whl`;

const filesInJson = (text: string): ListedFile[] =>
  pageSchema
    .parse(JSON.parse(text))
    .files.map(({ filename, url, hashes }) => ({ name: filename, address: url, sha256: hashes.sha256 ?? '' }));

/** The links of a page without the JSON of PEP 691, as mirrors have them; a hash may stand behind the address. */
function filesInHtml(html: string): ListedFile[] {
  const links = [
    ...html.matchAll(/<a\s[^>]{0,2000}?href\s{0,9}=\s{0,9}"([^"]{0,2000})"[^>]{0,2000}>([^<]{1,500})<\/a>/gi),
  ];
  return links.map(([, href, name]) => {
    const [address, fragment = ''] = href.replaceAll('&amp;', '&').split('#');
    return { name: name.trim(), address, sha256: /^sha256=(\w+)$/.exec(fragment)?.[1] ?? '' };
  });
}

async function limited(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LARGEST_PAGE) throw new Error(`more than ${LARGEST_PAGE} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What went wrong, short enough to be shown. */
const status = (code: number, text: string) => new Error(`${code} ${text}`.trim().slice(0, LONGEST.word));

/**
 * Asks a package index where a wheel lies (PEP 691, or the HTML of PEP 503).
 * @returns its address
 * @throws Error when the index does not answer, or has no such file
 */
export async function addressOf(index: string, wheel: Wheel, signal: AbortSignal): Promise<string> {
  const page = `${index.replace(/(?<!\/)\/+$/, '')}/${wheel.project}/`;
  const answer = await request(page, { accept: `${JSON_TYPE}, text/html;q=0.1` }, signal);
  if (!answer.ok || !answer.body) throw status(answer.status, answer.statusText);
  const text = await limited(answer.body);
  const json = answer.headers.get('content-type')?.includes('json') ?? false;
  const files = json ? filesInJson(text) : filesInHtml(text);
  const file =
    files.find(({ sha256 }) => sha256 === wheel.sha256) ??
    files.find(({ name, sha256 }) => sha256 === '' && isNamed(wheel, name));
  if (!file) throw new Error(`${shownAddress(page)}: ${wheel.project} ${wheel.version}, ${wheel.platform}`);
  const address = new URL(file.address, answer.url);
  // A mirror that asks for a name and password asks for them with its files too.
  const asked = new URL(page);
  if (address.host === asked.host) [address.username, address.password] = [asked.username, asked.password];
  return address.href;
}
