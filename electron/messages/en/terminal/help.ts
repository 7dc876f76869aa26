/** What the help of the program says by itself. */
export const help = {
  about: 'Teach a computer to tell stories from your own text.',
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  examples: 'Examples:',
  someOptions: '[options]',
  someCommand: '[command]',
  someFlags: '[flags]',
  version: 'The version of Aesop.',
  help: 'The verbs, or every flag of one.',
  helpOf: 'The same as <verb> --help.',
  exampleName: '{command} "The novel"',
} as const;

/** What stands for a value in usage lines and beside flags. */
export const names = {
  address: 'address',
  count: 'n',
  folder: 'folder',
  model: 'model',
  name: 'name',
  nameList: 'names',
  number: 'x',
  pairs: 'word=known',
  path: 'path',
  runId: 'run id',
  standardInput: 'standard input',
  text: 'text',
  textOrModel: 'text|model',
  verb: 'verb',
  words: 'text',
} as const;
