import type { ModelFormats } from './format.ts';
import { h5, keras } from './keras/index.ts';
import { metrics } from './metrics-format.ts';
import { onnx } from './onnx/index.ts';
import { safetensors } from './safetensors/index.ts';
import { savedmodel } from './savedmodel/index.ts';
import { html } from './storyteller/html-format.ts';
import { tfjs } from './tfjs-format.ts';
import { vectors } from './vectors-format.ts';
import { vocabulary } from './vocabulary-format.ts';

export { loadModel, type LoadedModel } from './load-model.ts';
export { verifyModel } from './read-model.ts';
export { saveModel, type CardDetails } from './save-model.ts';
export type { FileRole, ModelFormat, Usage } from './format.ts';
export { openLeaving, type ExportControl, type LeavingModel, type LeavingRun } from './leaving-model.ts';

/** Every format that a model can leave in; a new one is one entry here and one of the contract's `EXPORT_FORMATS`. */
export const formats: ModelFormats = {
  html,
  tfjs,
  keras,
  h5,
  savedmodel,
  onnx,
  safetensors,
  vocabulary,
  vectors,
  metrics,
};
