/** What a format that a model leaves in is called. */
export const exportLabel = {
  html: 'Web page',
  tfjs: 'TensorFlow.js',
} as const;

/** Who opens it. */
export const exportOpens = {
  html: 'any browser',
  tfjs: 'TensorFlow.js, Aesop',
} as const;

/** What it is good for, in one sentence. */
export const exportHelp = {
  html: 'One page that tells stories by itself, without a network.',
  tfjs: 'A folder for the browser and Node, and for another Aesop.',
} as const;
