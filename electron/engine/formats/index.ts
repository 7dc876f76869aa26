import type { ExportFormat } from '../../contract/model.ts';
import type { LoadedModel } from './load-model.ts';
import { saveModel } from './save-model.ts';

export { loadModel, type LoadedModel } from './load-model.ts';
export { verifyModel } from './read-model.ts';
export { saveModel, type CardDetails } from './save-model.ts';

/** One way for a model to leave. */
export interface ModelFormat {
  readonly name: string;
  /** `folder`: `write` fills an empty folder; otherwise the ending of the one file that it makes */
  readonly target: 'folder' | `.${string}`;
  /** @returns bytes written */
  write(model: LoadedModel, target: string): Promise<{ bytes: number }>;
}

/** Every format that a model can leave in; a new one is one entry here and one name in the contract. */
export const formats: Record<ExportFormat, ModelFormat> = {
  tfjs: {
    name: 'TensorFlow.js',
    target: 'folder',
    write: (model, folder) => saveModel(folder, model),
  },
};
