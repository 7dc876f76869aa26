import * as z from 'zod';
import { JSON_BOUNDS, LONGEST, type JsonBounds } from '../../../contract/limits.ts';
import { message } from '../../../contract/message.ts';
import { sizeOf } from '../keras-weights.ts';
import { torchTensors, type Tensor } from '../safetensors/tensors.ts';
import { checkedNetwork } from './checked-network.ts';
import type { ForeignFile, ForeignFormat, ForeignModel, ForeignSource } from './foreign-model.ts';
import { parseJson, readFloats, readJson, turned } from './read-foreign.ts';
import { alien, damaged, incomplete } from './faults.ts';
import { filesWhere } from './sources.ts';

/** The header's length comes first. */
const LENGTH_BYTES = 8;
const BRACE = 0x7b;
const FLOAT_BYTES = 4;
/** Of our largest network some dozens of tensors. */
const HEADER: JsonBounds = { bytes: 2 ** 20, depth: 4, values: 10_000 };
const CONFIG = 'config.json';

/** What config.json says where we wrote it; other programs say other things in a file of that name. */
const configSchema = z.object({
  name: z.string().min(1).max(LONGEST.name),
  prompt: z.string().max(LONGEST.prompt),
  vocabularySize: z.int(),
  input: z.enum(['embedding', 'one-hot', 'ordinal']),
  embeddingSize: z.int(),
  layers: z.int(),
  units: z.int(),
  tieWeights: z.boolean(),
  context: z.enum(['window', 'sequence']),
  windowLength: z.int(),
  gates: z.literal('ifgo'),
});

const entrySchema = z.object({
  dtype: z.string().max(LONGEST.word),
  shape: z.array(z.int().min(0)).max(8),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
type Entry = z.infer<typeof entrySchema> & { readonly name: string };

/** Bytes of the header, where a file begins with one. */
async function headerBytes(file: ForeignFile): Promise<number | undefined> {
  if (file.bytes < LENGTH_BYTES + 2) return undefined;
  const head = await file.read(0, LENGTH_BYTES + 1);
  const bytes = Number(head.readBigUInt64LE(0));
  return head[LENGTH_BYTES] === BRACE && bytes <= file.bytes - LENGTH_BYTES ? bytes : undefined;
}

async function readEntries(file: ForeignFile): Promise<{ entries: Entry[]; from: number }> {
  const bytes = (await headerBytes(file))!;
  if (bytes > HEADER.bytes) throw damaged(message('phrases.header-long', { bytes }));
  const header = parseJson(await file.read(LENGTH_BYTES, bytes), HEADER) as Record<string, unknown>;
  const entries = Object.entries(header).flatMap(([tensor, value]): Entry[] => {
    if (tensor === '__metadata__') return [];
    const parsed = entrySchema.safeParse(value);
    if (!parsed.success) throw damaged(message('phrases.header-unfit'));
    return [{ ...parsed.data, name: tensor }];
  });
  const from = LENGTH_BYTES + bytes;
  checkPlaces(entries, file.bytes - from);
  return { entries, from };
}

/** Tensors lie one behind the other up to the file's end, as the format asks for: none shares a byte with another. */
function checkPlaces(entries: readonly Entry[], bytes: number): void {
  const inTurn = [...entries].sort(
    ({ data_offsets: one }, { data_offsets: other }) => one[0] - other[0] || one[1] - other[1],
  );
  let end = 0;
  for (const { name, data_offsets: place } of inTurn) {
    if (place[0] !== end || place[1] < end) throw damaged(message('phrases.numbers-misplaced', { name }));
    end = place[1];
  }
  if (end !== bytes) throw damaged(message('phrases.numbers-miscounted', { bytes, expected: end }));
}

const shapeText = (shape: readonly number[]) => `[${shape.join(', ')}]`;

/** The tensors that a network wants are there in their shapes, and no others. */
function checkTensors(expected: readonly Tensor[], found: ReadonlyMap<string, Entry>): void {
  for (const { name, shape } of expected) {
    const entry = found.get(name);
    if (!entry) throw alien(message('phrases.tensor-lacking', { name }));
    if (entry.dtype !== 'F32') throw alien(message('phrases.tensor-type', { name, type: entry.dtype }));
    const [stands, wanted] = [shapeText(entry.shape), shapeText(shape)];
    if (stands !== wanted) throw alien(message('phrases.tensor-shape', { name, shape: stands, expected: wanted }));
    if (entry.data_offsets[1] - entry.data_offsets[0] !== FLOAT_BYTES * sizeOf(entry))
      throw damaged(message('phrases.numbers-misplaced', { name }));
  }
  const known = new Set(expected.map(({ name }) => name));
  const other = [...found.keys()].find((name) => !known.has(name));
  if (other !== undefined) throw alien(message('phrases.tensor-unknown', { name: other }));
}

async function readConfig(source: ForeignSource) {
  if (!source.files.includes(CONFIG)) throw incomplete(message('phrases.foreign-config', { file: CONFIG }));
  const value = await readJson(await source.open(CONFIG), JSON_BOUNDS.small);
  const { data } = configSchema.safeParse(value);
  if (!data) throw alien(message('phrases.foreign-not-ours', { format: 'safetensors' }));
  return data;
}

async function open(source: ForeignSource, file: string): Promise<ForeignModel> {
  const { name, prompt, gates: _, ...config } = await readConfig(source);
  // PyTorch's LSTM has no other; `gates` is their order there
  const network = checkedNetwork({ ...config, gates: 'sigmoid' });
  const bytes = await source.open(file);
  const { entries, from } = await readEntries(bytes);
  const places = new Map(entries.map((entry) => [entry.name, entry]));
  const tensors = torchTensors(network);
  checkTensors(tensors, places);
  const read = (tensor: string) => {
    const { data_offsets, shape } = places.get(tensor)!;
    return readFloats(bytes, from + data_offsets[0], sizeOf({ shape }));
  };
  return {
    network,
    name,
    prompt,
    async weight(weight) {
      if (weight === 'output/kernel' && network.tieWeights)
        return turned(await read('embedding.weight'), network.vocabularySize, network.embeddingSize);
      const tensor = tensors.find(({ source: of }) => of === weight)!;
      const values = await read(tensor.name);
      if (tensor.transposed) return turned(values, tensor.shape[0], tensor.shape[1]);
      // PyTorch adds two biases where we have one
      if (tensor.name.includes('bias_ih')) {
        const other = await read(tensor.name.replace('bias_ih', 'bias_hh'));
        return values.map((value, at) => value + other[at]);
      }
      return values;
    },
  };
}

/** Weights in a safetensors file by PyTorch's names, beside the config.json that we write. */
export const safetensors: ForeignFormat = {
  find: (source) => filesWhere(source, async (file) => (await headerBytes(file)) !== undefined),
  open,
};
