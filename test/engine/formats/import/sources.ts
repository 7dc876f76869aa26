import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defaultHyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import type {
  ForeignFile,
  ForeignNetwork,
  ForeignSource,
} from '../../../../electron/engine/formats/import/foreign-model.ts';
import { modelConfig, type ModelConfig } from '../../../../electron/engine/model/index.ts';

/** Bytes as a file that can be read anywhere. */
export const fileOf = (content: Buffer): ForeignFile => ({
  bytes: content.length,
  async read(position, length) {
    if (position < 0 || position + length > content.length) throw new RangeError(`${length} at ${position}`);
    return content.subarray(position, position + length);
  },
});

/** Files by their names, in memory. */
export const sourceOf = (files: Readonly<Record<string, Buffer>>, name = 'foreign'): ForeignSource => ({
  name,
  files: Object.keys(files),
  async open(file) {
    if (!Object.hasOwn(files, file)) throw new Error(`${file} is none of its files`);
    return fileOf(files[file]);
  },
});

/** What the plain files of a folder hold. */
export function filesOf(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(join(folder, name))]));
}

/** The plain files of a folder. */
export const folderSource = (folder: string): ForeignSource => sourceOf(filesOf(folder), basename(folder));

/** The network that a foreign file says, with what it cannot say as usual. */
export const configOf = (network: ForeignNetwork): ModelConfig => ({
  ...modelConfig({ ...defaultHyperparameters(), ...network }, network.vocabularySize),
  outputByRows: false,
});
