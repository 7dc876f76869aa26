import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { LeavingModel } from './leaving-model.ts';

/**
 * Brings one of a model's own files into the folder that it leaves in. Those of a workspace are for its owner alone; what leaves
 * is for whomever a new file is for.
 */
export const copyOut = ({ folder }: LeavingModel, file: string, into: string): Promise<void> =>
  pipeline(createReadStream(join(folder, file)), createWriteStream(join(into, file), { flags: 'wx' }));
