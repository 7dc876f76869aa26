import type { ForeignFormat } from './foreign-model.ts';
import { h5 } from './h5/index.ts';
import { keras } from './keras/index.ts';
import { tfjs } from './tfjs/index.ts';

/** Every kind of foreign file that a model can be read out of; a new one is one entry here. */
export const foreignFormats = { keras, h5, tfjs } as const satisfies Readonly<Record<string, ForeignFormat>>;
