import { isAscii, isUtf8 } from 'node:buffer';
import { encodingOfMark, resolveEncoding } from '../../encodings/encodings.ts';

const META = /<meta\b[^>]{0,200}?charset\s*=(?:\s*["'])?\s*([\w.:-]{1,40})/i;
const XML = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;
/** Browsers look for it in so many bytes; pages saved with long comments have it later. */
const LOOKED_AT = 8 * 1024;

/** Without the torn character at the end. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && end > bytes.length - 4 && bytes[end - 1] > 127) end--;
  return bytes.subarray(0, end);
}

/**
 * The encoding that a page says it is in, where its bytes do not speak against it. Saved pages are often in UTF-8, whatever
 * they were served as.
 * @param head the first bytes
 * @returns undefined where nothing usable is said, or the bytes tell it better
 */
export function declaredEncoding(head: Uint8Array): string | undefined {
  if (encodingOfMark(head)) return undefined;
  const beginning = Buffer.from(head.subarray(0, LOOKED_AT)).toString('latin1');
  const label = XML.exec(beginning)?.[1] ?? META.exec(beginning)?.[1];
  // what can be read byte for byte is not in UTF-16
  if (!label || /^utf-?(8|16|32)/i.test(label)) return undefined;
  const whole = wholeCharacters(head);
  if (!isAscii(whole) && isUtf8(whole)) return undefined;
  try {
    return resolveEncoding(label);
  } catch {
    return undefined;
  }
}
