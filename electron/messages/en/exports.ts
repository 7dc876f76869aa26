/** What a format that a model leaves in is called. */
export const exportLabel = {
  html: 'Web page',
  tfjs: 'TensorFlow.js',
  keras: 'Keras',
  h5: 'Keras, legacy',
  savedmodel: 'SavedModel',
  onnx: 'ONNX',
  safetensors: 'safetensors',
  vocabulary: 'Vocabulary',
  vectors: 'Word vectors',
  metrics: 'Curves',
  report: 'Report',
} as const;

/** Who opens it. */
export const exportOpens = {
  html: 'any browser',
  tfjs: 'TensorFlow.js, Aesop',
  keras: 'Keras 3',
  h5: 'Keras 2 and 3, TensorFlow',
  savedmodel: 'TensorFlow, TensorFlow Serving, tfjs-node',
  onnx: 'onnxruntime and whatever reads ONNX',
  safetensors: 'PyTorch',
  vocabulary: 'any table program',
  vectors: 'gensim, word2vec',
  metrics: 'pandas, any table program',
  report: 'any browser, a printer',
} as const;

/** What it is good for, in one sentence. */
export const exportHelp = {
  html: 'One page that tells stories by itself, without a network.',
  tfjs: 'A folder for the browser and Node, and for another Aesop.',
  keras: 'A folder for Python with Keras: layers and weights in one file.',
  h5: 'The same in the older .h5 file, for programs that read no other.',
  savedmodel:
    'A folder for TensorFlow without Keras: a graph with its weights, asked symbol by symbol or window by window.',
  onnx: 'A folder for other languages and devices: the whole network as one graph.',
  safetensors: 'A folder for Python with PyTorch: the weights, and a program that tells with them.',
  vocabulary: 'The symbols with their number and count, as a table or, ending in .json, with how the text was cut.',
  vectors: 'What the model learnt of each symbol, as numbers; ▁ stands for a space.',
  metrics: 'What was measured while it learnt, as a table: a line a report.',
  report: 'The run as one page to read and to print: figures, curves, stories, settings. No model in it.',
} as const;
