import type { DocumentFound } from '../../contract/document.ts';

interface Part {
  /** what its file is called, perhaps with its folder */
  readonly file: string;
  readonly document: DocumentFound;
}

function withoutNumber(file: string): string {
  const name = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
  return file.slice(0, name) + file.slice(name).replace(/\d+/g, '');
}

/** Of files that hold parts of one conversation, what all of them have in common: their names differ by a number. */
function conversationOf({ file, document }: Part): string | undefined {
  if (document.kind !== 'chat' || document.began === undefined) return undefined;
  return JSON.stringify([document.program, document.of, withoutNumber(file)]);
}

const began = ({ document }: Part) => (document.kind === 'chat' ? (document.began ?? 0) : 0);

/**
 * Files in the order that they have, but those of one conversation from the first message to the last in the places that they
 * take: programs number them from the newest to the oldest.
 */
export function chatsInOrder<Each>(files: readonly Each[], partOf: (file: Each) => Part): Each[] {
  const conversations = new Map<string, Each[]>();
  const known = files.map((file) => conversationOf(partOf(file)));
  files.forEach((file, at) => {
    const conversation = known[at];
    if (conversation === undefined) return;
    const others = conversations.get(conversation);
    if (others) others.push(file);
    else conversations.set(conversation, [file]);
  });
  for (const parts of conversations.values()) {
    // two of one name are of two conversations
    const names = new Set(parts.map((part) => partOf(part).file));
    if (names.size === parts.length) parts.sort((a, b) => began(partOf(a)) - began(partOf(b)));
  }
  return files.map((file, at) => conversations.get(known[at] ?? '')?.shift() ?? file);
}
