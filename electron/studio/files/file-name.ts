import { extname } from 'node:path';

const FORBIDDEN = /[\p{Cc}<>:"/\\|?*]+/gu;
/** Windows keeps these for its devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** File systems hold names of 255 bytes; while it is written a file has some thirty more. */
const MOST_BYTES = 200;

function shortened(text: string, bytes: number): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
}

/** What a person calls something as the name of a file, on any system; `otherwise` where nothing of it is left. */
export function fileName(name: string, otherwise: string): string {
  const plain = name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim();
  const extension = /^\.\w{1,8}$/.exec(extname(plain))?.[0] ?? '';
  const title = plain.slice(0, plain.length - extension.length).replace(/^[. ]+|(?<![.… ])[.… ]+$/g, '');
  const kept = shortened(title, MOST_BYTES - extension.length).trimEnd() || otherwise;
  return `${DEVICE.test(kept) ? `${kept}_` : kept}${extension}`;
}
