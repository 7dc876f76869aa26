import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { decodeText } from '../../encodings/decode.ts';
import type { DocumentSource } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';

/** The beginning of a file as text. */
export interface TextHead {
  readonly text: string;
  /** whether that is all of it */
  readonly whole: boolean;
}

/** Up to the last line end, so that no character is torn; in UTF-16 that is half of one, and the rest is dropped. */
function wholeLines(head: Uint8Array): Uint8Array {
  const end = head.lastIndexOf(10);
  return end > head.length / 2 ? head.subarray(0, end + 1) : head;
}

/** The first bytes of a file, decoded; nothing where they are no text, which reading it will say. */
export function decodedHead({ head, encoding, name }: DocumentSource): TextHead {
  const whole = head.length < DOCUMENT_LIMITS.head;
  try {
    const bytes = whole ? head : wholeLines(head);
    const { text } = decodeText(bytes, { encoding: encoding ?? declaredEncoding(head), name });
    return { text: text.replace(/^\ufeff/, ''), whole };
  } catch {
    return { text: '', whole };
  }
}
