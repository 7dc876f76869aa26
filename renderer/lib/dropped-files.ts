/** As people count: `part 2` before `part 10`. */
const natural = new Intl.Collator('en', { numeric: true });

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A folder gives its entries in parts, until none are left. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (!isFolder(entry))
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const seen = (await entriesOf(entry)).filter(({ name }) => !name.startsWith('.'));
  const files: File[] = [];
  for (const each of seen.sort((a, b) => natural.compare(a.name, b.name))) files.push(...(await filesOf(each)));
  return files;
}

/**
 * The files that were dropped; of folders, all in them in natural order, but hidden ones. To be asked for at once: what was
 * dropped is gone after the event.
 */
export function droppedFiles({ files, items }: DataTransfer): Promise<{ files: File[]; found: boolean }> {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry != null);
  if (!entries.some(isFolder)) return Promise.resolve({ files: [...files], found: false });
  return Promise.all(entries.map(filesOf)).then((found) => ({ files: found.flat(), found: true }));
}
