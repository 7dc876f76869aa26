/** Settings and the memory they take. */
export const settings = {
  'setting-unknown': ['There is no setting “{name}”.', 'Did you mean {suggestion}?'],
  'setting-kind': ['{name} is “{value}”; it must be {kind}.', 'It takes {range}.'],
  'setting-range': ['{name} is {value}; it must be {range}.', 'Choose a value in that range.'],
  'setting-conflict': ['{name} cannot be {value} together with {other}.', '{advice}'],
  'preset-unknown': ['There is no preset “{preset}”.', 'Known are {known}.'],
  'memory-short': [
    'The run needs {needed} GB of memory and {free} GB is free.',
    'With a batch size of {batchSize} it needs {less} GB.',
  ],
  'memory-short-network': [
    'The run needs {needed} GB of memory and {free} GB is free.',
    'Use fewer units or layers, a smaller vocabulary, or close other programs.',
  ],
} as const;
