import { message } from '../../../../contract/message.ts';
import { damaged, unread } from '../faults.ts';
import type { ForeignFile } from '../foreign-model.ts';
import type { StoredWeight } from '../stored-weight.ts';
import { readTexts } from './attribute.ts';
import { readDataset } from './dataset.ts';
import { readChildren } from './group.ts';
import { readMessages, type HeaderMessage } from './object-header.ts';
import { Structure } from './structure.ts';

const SIGNATURE = Buffer.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);

export async function isHdf5(file: ForeignFile): Promise<boolean> {
  return file.bytes >= 96 && (await file.read(0, SIGNATURE.length)).equals(SIGNATURE);
}

/** A group or a dataset of an HDF5 file. No path out of the file and no link by name is ever followed. */
export class Hdf5Object {
  readonly #structure: Structure;
  readonly #messages: readonly HeaderMessage[];
  readonly #path: string;
  #children: Map<string, number> | undefined;

  private constructor(structure: Structure, messages: readonly HeaderMessage[], path: string) {
    this.#structure = structure;
    this.#messages = messages;
    this.#path = path;
  }

  static async at(structure: Structure, address: number, path: string): Promise<Hdf5Object> {
    return new Hdf5Object(structure, await readMessages(structure, address), path);
  }

  /** What lies at `a/b/c` below this group; nothing where there is no such thing. */
  async find(path: string): Promise<Hdf5Object | undefined> {
    const [name, ...rest] = path.split('/');
    this.#children ??= await readChildren(this.#structure, this.#messages);
    const address = this.#children.get(name);
    if (address === undefined) return undefined;
    const child = await Hdf5Object.at(this.#structure, address, `${this.#path}${this.#path && '/'}${name}`);
    return rest.length === 0 ? child : child.find(rest.join('/'));
  }

  /** The texts of an attribute; nothing where there is none of that name. */
  texts(name: string): Promise<string[] | undefined> {
    return readTexts(this.#structure, this.#messages, name);
  }

  /** It as a dataset. @throws Fault */
  weight(): Promise<StoredWeight> {
    return readDataset(this.#structure, this.#messages, this.#path);
  }
}

/**
 * The root of an HDF5 file, of whichever version of the format.
 * @throws Fault, RangeError where the file is shorter than it says
 */
export async function openHdf5(file: ForeignFile): Promise<Hdf5Object> {
  const structure = new Structure(file);
  const fields = (await structure.read(0, 96)).skip(SIGNATURE.length);
  const version = fields.number(1);
  fields.at = version < 2 ? 13 : 9;
  const widths = [fields.number(1), fields.number(1)];
  if (version > 3 || widths.some((width) => width !== 8))
    throw unread(message('networks.hdf5-way', { way: `superblock ${version}, ${widths.join('/')}` }));
  fields.at = version === 0 ? 24 : version === 1 ? 28 : 12;
  if (fields.number(8) !== 0) throw unread(message('networks.hdf5-way', { way: 'user block' }));
  const end = fields.skip(8).number(8);
  if (end > file.bytes) throw damaged(message('phrases.ends-early'));
  // of older versions in the entry of the root group, behind its name
  const root = fields.skip(version < 2 ? 16 : 0).number(8);
  return Hdf5Object.at(structure, root, '');
}
