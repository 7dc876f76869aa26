/** What each verb does, in the list of all and above its own flags. */
export const verbs = {
  story: 'See it work: learn the fable that comes with Aesop, in seconds, and tell it on.',
  train: 'Learn to tell a text on. Without a preset, settings are proposed from the text itself.',
  tell: 'Tell a story: the prompt and what follows it, alone on stdout.',
  booklet: 'Gather kept passages and stories in a booklet, and write it for Word, for e-readers or as Markdown.',
  inspect: 'Look closely at a text before training on it, or at a model: its files are checked, its card shown.',
  models: 'List the models of the workspace, newest first.',
  runs: 'List the runs of the workspace, newest first; make a model of one that was cut short.',
  evaluate:
    'Measure loss, perplexity, bits per character and accuracy of a model on a text, over every position of it.',
  export: 'Write a model in a format that other programs read.',
  import: 'Take a model from elsewhere into the workspace, checked whole: one of Aesop, or of a program that it reads.',
  trash: 'List what was deleted, bring it back, or delete it for good.',
  doctor: 'Say which engine computes here and why, what is found or missing with its fix, and measure a small step.',
  serve: 'Open the studio for a browser on this machine, until Ctrl-C.',
} as const;

/** What a verb is given. */
export const given = {
  booklet: 'The title of the booklet to make; the id or the title of the one to export.',
  bookletAction: 'What to do: {known}. pieces lists what is kept and can go into a booklet.',
  pieces:
    'The ids of passages and stories to make it of, in that order (default: all that is kept, in the order in which it was).',
  foreignModel:
    'A model’s folder, archive (.aesop, .zip) or file: Keras (.keras, .h5), TensorFlow.js, and ONNX and safetensors that Aesop wrote; or the several files that it lies in, its vocabulary among them.',
  model: 'The id of a model, or the path of its folder.',
  text: 'Text files or folders of them, or - for standard input.',
  textOrModel: 'Text files or folders of them, a model folder, the id of a text or a model, or - for standard input.',
  textToImport: 'Text files, or a folder of them, that the first page reads into the Library, or - for standard input.',
  textToLearn:
    'The text files to learn from, as one text in that order, or folders of them; the id of a text of the workspace; - for standard input.',
} as const;
