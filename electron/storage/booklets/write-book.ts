import type { Book, BookFormat } from '../../contract/booklet.ts';
import { writeFileAtomic } from '../files/atomic.ts';
import { docxMembers } from './docx.ts';
import { epubMembers } from './epub.ts';
import { zipFile, type Member } from './zip-file.ts';

const MEMBERS: Record<BookFormat, (book: Book) => Member[]> = { docx: docxMembers, epub: epubMembers };

/**
 * Writes a book as a file; the same book is the same file.
 * @throws AesopError `disk-full`, `no-permission`
 */
export const writeBook = async (path: string, format: BookFormat, book: Book): Promise<void> =>
  writeFileAtomic(path, await zipFile(MEMBERS[format](book)));
