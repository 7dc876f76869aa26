/** What the doctor says. */
export const doctor = {
  check: '{check}: {found}',
  processor: '{cores} {cores:core|cores}, {memory} of memory, {free} free',
  gpu: '{name}, {memory}, driver {driver}',
  gpuFree: '{name}, {memory}, {free} free, driver {driver}',
  offer: 'A better engine can be brought here: {engine}, {download} to download, {disk} of disk meanwhile. {command}',
  offerCpu: 'TensorFlow for the processor',
  offerGpu: 'TensorFlow for the graphics card',
  nothingToBring: 'There is no better engine that Aesop could bring here.',
  brought: 'TensorFlow is here.',
  removed: 'The TensorFlow that was brought here is gone.',
  measured: '{steps} a small step (2 layers of 128 units), {symbols} {symbols:symbol|symbols} told a second',
  onTensorflow: '{milliseconds} ms on TensorFlow',
  onPortable: '{milliseconds} ms portable',
} as const;

/** What is said at the terminal while the studio is open for browsers. */
export const serve = {
  open: 'The studio is open at {url}',
  next: 'For another browser: {url}',
  ending: 'Ctrl-C ends it; trainings under way write a checkpoint first.',
} as const;

/** What a browser is told that asks for something which is not there, or not its own. */
export const server = {
  noKey: 'Open the newest address that Aesop printed: it holds the key to this studio, and is good for one browser.',
  otherHost: 'Host “{host}” is not this studio.',
  otherSite: 'The request comes from another site.',
  knownBrowser: 'This browser knows the way.',
  noAddress: 'This is not an address of the studio.',
  onlyGet: 'Only GET is known here.',
  webSocket: 'A WebSocket is spoken here.',
  failed: 'Something went wrong inside Aesop. The log has the details.',
  noPage: 'There is no such page.',
  noFile: 'There is no such file.',
  noSocket: 'There is no such socket.',
  headTooLong: 'The head of the request is too long.',
  tooLong: 'The request is too long.',
  tooSlow: 'The request took too long.',
  noRequest: 'This is no request.',
} as const;
