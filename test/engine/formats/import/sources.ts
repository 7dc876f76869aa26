import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { ForeignFormatName } from '../../../../electron/contract/foreign-formats.ts';
import type {
  ForeignFile,
  ForeignModel,
  ForeignSource,
} from '../../../../electron/engine/formats/import/foreign-model.ts';
import { openForeign } from '../../../../electron/engine/formats/import/index.ts';

/** Bytes as a file that can be read anywhere. */
export const fileOf = (content: Buffer): ForeignFile => ({
  bytes: content.length,
  async read(position, length) {
    if (position < 0 || position + length > content.length) throw new RangeError(`${length} at ${position}`);
    return content.subarray(position, position + length);
  },
});

/** The files of an archive that nobody means harm with. */
export const unzipped = (archive: Buffer): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, content]) => [name, Buffer.from(content)]));

/** Files by their names, in memory. */
export function sourceOf(files: Readonly<Record<string, Buffer>>, name = 'foreign'): ForeignSource {
  const content = (file: string) => {
    if (!Object.hasOwn(files, file)) throw new Error(`${file} is none of its files`);
    return files[file];
  };
  return {
    name,
    files: Object.keys(files),
    open: async (file) => fileOf(content(file)),
    within: async (file) =>
      content(file).indexOf('PK\x03\x04') === 0 ? sourceOf(unzipped(content(file)), file) : undefined,
  };
}

/** The only model in a source, which is of that format. */
export async function openAs(format: ForeignFormatName, source: ForeignSource): Promise<ForeignModel> {
  const opened = await openForeign(source);
  expect(opened?.format).toBe(format);
  return opened!.model;
}

/** What the plain files of a folder hold. */
export function filesOf(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(join(folder, name))]));
}

/** The plain files of a folder. */
export const folderSource = (folder: string): ForeignSource => sourceOf(filesOf(folder), basename(folder));
