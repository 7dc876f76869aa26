import {
  attribute,
  dataset,
  HEAP_BYTES,
  heapHeader,
  LEAF_K,
  leafNode,
  localHeap,
  objectHeader,
  SUPERBLOCK_BYTES,
  superblock,
  symbolTable,
  treeNode,
} from './hdf5-objects.ts';

/** A matrix of float32 whose numbers come later, one dataset's behind the other's. */
export interface Dataset {
  readonly shape: readonly number[];
}

/** A group: what is in it by name, and what is known of it. */
export interface Group {
  readonly children: Readonly<Record<string, Group | Dataset>>;
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
}

interface Placed {
  readonly header: number;
  readonly tree: number;
  readonly heap: number;
}

const isDataset = (node: Group | Dataset): node is Dataset => 'shape' in node;
const bytesOf = ({ shape }: Dataset) => 4 * shape.reduce((product, length) => product * length, 1);

function datasetsOf(group: Group): Dataset[] {
  return Object.values(group.children).flatMap((child) => (isDataset(child) ? [child] : datasetsOf(child)));
}

/** Lays objects out one behind the other. */
class Layout {
  readonly parts: Buffer[] = [];
  end = SUPERBLOCK_BYTES;
  readonly #addresses: ReadonlyMap<Dataset, number>;

  constructor(addresses: ReadonlyMap<Dataset, number>) {
    this.#addresses = addresses;
  }

  #put(bytes: Buffer): number {
    const at = this.end;
    this.parts.push(bytes);
    this.end += bytes.length;
    return at;
  }

  /** @returns where it lies; of a dataset the header alone */
  place(node: Group | Dataset): Placed {
    if (isDataset(node)) {
      const messages = dataset(node.shape, this.#addresses.get(node)!);
      return { header: this.#put(objectHeader(messages)), tree: 0, heap: 0 };
    }
    const names = Object.keys(node.children).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    if (names.length > 2 * LEAF_K) throw new RangeError(`${names.length} children of one group`);
    const headers = names.map((name) => this.place(node.children[name]).header);
    const { data, offsets } = localHeap(names);
    const heap = this.#put(heapHeader(data.length, this.end + HEAP_BYTES));
    this.#put(data);
    const leaf = this.#put(leafNode(offsets.map((name, at) => ({ name, header: headers[at] }))));
    const tree = this.#put(treeNode(leaf, offsets.at(-1) ?? 0));
    const known = Object.entries(node.attributes ?? {}).map(([name, value]) => attribute(name, value));
    return { header: this.#put(objectHeader([symbolTable(tree, heap), ...known])), tree, heap };
  }
}

/**
 * All of an HDF5 file that comes before its numbers. Behind it come those of its datasets, float32, little-endian, one
 * behind the other in the order in which the datasets stand in the tree.
 */
export function hdf5Head(root: Group): Buffer {
  const datasets = datasetsOf(root);
  const addressesFrom = (begin: number) => {
    const addresses = new Map<Dataset, number>();
    for (const each of datasets) {
      addresses.set(each, begin);
      begin += bytesOf(each);
    }
    return { addresses, end: begin };
  };
  // how long it is does not depend on where the numbers lie
  const measure = new Layout(addressesFrom(0).addresses);
  measure.place(root);
  const { addresses, end } = addressesFrom(measure.end);
  const layout = new Layout(addresses);
  const placed = layout.place(root);
  return Buffer.concat([superblock(placed, end), ...layout.parts]);
}
