/** What a format that a model leaves in is called. */
export const exportLabel = {
  tfjs: 'TensorFlow.js',
} as const;

/** Who opens it. */
export const exportOpens = {
  tfjs: 'TensorFlow.js, Aesop',
} as const;

/** What it is good for, in one sentence. */
export const exportHelp = {
  tfjs: 'A folder for the browser and Node, and for another Aesop.',
} as const;
