/** Parts of a sentence that an error fills in: why a network in a foreign file cannot be had, or not be read. */
export const networks = {
  // what is wrong with its weights
  'weights-alone':
    'it holds weights without the description of their network, which model.save writes into it, or model.to_json beside it',
  'weights-lacking': 'its layer “{layer}” has {count} {count:weight|weights}, and {expected} belong there',
  'weight-shape': 'its weight {weight} has the shape {shape}, and {expected} belongs there',
  'weight-place': 'its weight {weight} lies beyond the end of the file',
  'weight-kind': 'its weight {weight} is not of the numbers that Aesop reads: floats of 16, 32 or 64 bits',
  'weight-tight': 'its weight {weight} would grow from {packed} to {bytes} bytes, as weights never do',
  'weight-missing': 'its weight {weight} is not there',
  'shard-outside': 'it names “{path}” for its weights, which is no plain name of a file beside it',
  'shard-missing': 'the file “{path}” with its weights is not beside it',
  'shard-bytes': 'its weights take {bytes} bytes where its description says {expected}',
  'several-networks': 'there are several networks: {files}',
  // what is wrong with its HDF5
  'hdf5-way': 'it is laid out in a way of HDF5 that Keras does not use ({way})',
  'hdf5-filter': 'its weight {weight} is packed in a way that Aesop does not read (filter {filter})',
  'hdf5-endless': 'its parts lead on and on, or in a circle',
  // why Aesop can have no such network
  'layer-kind': 'its layer {place}, “{layer}”, is a {kind}, and Aesop has embeddings, LSTM and Dense layers',
  'layer-option': 'its layer {place}, “{layer}”, has {option} {value}, and Aesop’s have {known}',
  'layer-hidden':
    'its layer {place}, “{layer}”, squashes numbers by {activation} inside the network; between its layers Aesop has linear ones alone',
  'layer-backwards':
    'its layer {place}, “{layer}”, is Bidirectional: it reads a text from its end too, and a story that is being told has none',
  'layer-fold': 'its layer {place}, “{layer}”, is too large to be multiplied into the next one',
  'layer-order':
    'its layer {place}, “{layer}”, is a {kind} where none comes in an embedding, LSTM layers and one output',
  'layers-branch': 'its layers are not one chain from a single input to a single output',
  'layers-inner': 'its layer {place}, “{layer}”, is a network of its own',
  'no-lstm': 'it has no LSTM layer',
  'no-output': 'it has no Dense layer for its output',
  'input-wide':
    'it reads {width} {width:number|numbers} a symbol and predicts {size} symbols: one-hot input is as wide as the output',
  'input-size': 'it reads {input} different symbols and predicts {size}',
  'gates-differ': 'the gates of its layers are squashed in different ways',
  'graph-model': 'it is a graph of TensorFlow, whose layers can no longer be told apart',
} as const;
