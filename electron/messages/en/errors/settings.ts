/** Settings and the memory they take. */
export const settings = {
  'setting-unknown': ['There is no setting “{name}”.', 'Did you mean {suggestion}?'],
  'setting-kind': ['{name} is “{value}”; it must be {kind}.', 'It takes {range}.'],
  'setting-range': ['{name} is {value}; it must be {range}.', 'Choose such a value.'],
  'words-none': ['{name} is empty.', 'It takes {range}.'],
  'words-long': ['{name} has {count} {count:character|characters}.', 'It takes {range}.'],
  'setting-conflict': ['{name} cannot be {value} together with {other}.', '{advice}'],
  'preset-unknown': ['There is no preset “{preset}”.', 'Known are {known}.'],
  'minimum-count-high': [
    'A minimum count of {minimumCount} leaves {left} of the {distinct} distinct symbols: the second most frequent occurs {most} {most:time|times}.',
    'Set it to {most} at most.',
  ],
  'vocabulary-limit-low': [
    'A vocabulary limit of 1 leaves a single one of {distinct} distinct symbols, and nothing to predict.',
    'Set it to 2 or more, or to 0 for all.',
  ],
  'memory-short': [
    'The run needs {needed} GB of memory and {free} GB is free.',
    'With a batch size of {batchSize} it needs {less} GB.',
  ],
  'memory-short-network': [
    'The run needs {needed} GB of memory and {free} GB is free.',
    'Use fewer units or layers, a smaller vocabulary, or close other programs.',
  ],
  'card-memory-short': [
    'The run needs {needed} GB of the graphics card’s memory; of its {total} GB it can have {free}.',
    'With a batch size of {batchSize} it needs {less} GB. Or train on the processor (in the Machine room, or --device cpu).',
  ],
  'card-memory-short-network': [
    'The run needs {needed} GB of the graphics card’s memory; of its {total} GB it can have {free}.',
    'Use fewer units or layers, a smaller vocabulary, or train on the processor (in the Machine room, or --device cpu).',
  ],
  'card-memory-full': [
    'The graphics card’s memory was full: {wanted} did not fit into {room}.',
    'A new run with a batch size of {batchSize} needs {less} GB. This one goes on from its last checkpoint on the processor (in the Machine room, or --device cpu), or when other programs have left the card.',
  ],
  'card-memory-full-network': [
    'The graphics card’s memory was full: {wanted} did not fit into {room}.',
    'Use fewer units or layers or a smaller vocabulary in a new run. This one goes on from its last checkpoint on the processor (in the Machine room, or --device cpu), or when other programs have left the card.',
  ],
  'memory-full': [
    'The memory was full: {wanted} did not fit into {room}.',
    'A new run with a batch size of {batchSize} needs {less} GB. This one goes on from its last checkpoint when other programs are closed.',
  ],
  'memory-full-network': [
    'The memory was full: {wanted} did not fit into {room}.',
    'Use fewer units or layers or a smaller vocabulary in a new run. This one goes on from its last checkpoint when other programs are closed.',
  ],
  'engine-memory-full': [
    'The portable engine holds {used} GB of memory and cannot have {needed} GB more; 4 GB is the most that it can name.',
    'Use a smaller batch, fewer units or layers, a smaller vocabulary, or close other programs.',
  ],
} as const;
