/** Headings over flags that belong together. */
export const groups = {
  booklet: 'This booklet:',
  context: 'What it sees at once:',
  everywhere: 'Everywhere:',
  engine: 'The engine:',
  export: 'This export:',
  import: 'This import:',
  network: 'The network:',
  optimizer: 'How it learns:',
  runs: 'Runs:',
  schedule: 'How long it learns:',
  server: 'This server:',
  story: 'This story:',
  telling: 'How the story is told:',
  text: 'Reading the text:',
  training: 'This training:',
  trash: 'The trash:',
} as const;

/** Flags of every verb. */
export const everywhere = {
  workspace: 'The folder that holds texts, runs and models (default: AESOP_HOME, else ~/Aesop).',
  language: 'The language it speaks: {known} (default: as LC_ALL, LC_MESSAGES or LANG say, else as the system does).',
  json: 'One JSON object a line on stdout, and nothing else there.',
  quiet: 'Only the result and errors.',
  verbose: 'Also the reasons, and the technical lines of an error.',
  noColor: 'No colours, as with NO_COLOR; in a pipe there are none anyway.',
} as const;

/** Flags of single verbs. */
export const flags = {
  preset: 'A named set of settings to start from.',
  presetAfter: '{before} {name}: {help}',
  name: 'What to call run and model.',
  device: 'Where it computes: auto tries the processor and the graphics card; cpu, gpu or the number of a card decide.',
  base: 'Fine-tuning: learns on from this model, with its network and its words, and what the text has of its own.',
  resume: 'Goes on with a run from its last checkpoint; --steps may be raised.',
  encoding: 'How the file is encoded, where it is not found out rightly.',
  column:
    'Which column of a table is the text, by its name or number (default: the likeliest). Of several files, file=name chooses it for one, and may be given for each.',
  prepare:
    'Leaves out or mends these too, beside what is sure: {known}, with commas; stamps:nameless and quotes:curly do it in another way. --no-prepare leaves the text as it is, with names behind it only those are left alone.',
  log: 'How it is told: article prints the lines of the article.',
  prompt: 'How the story begins (default: a beginning that the model suggests).',
  teller: 'A model to tell with; given twice or three times, each tells the same line with the same seed.',
  words: 'The same as --length.',
  format: 'One of {known} (default {usual}).',
  target:
    'Where to write it; must not exist yet (default <model>-<format>). A folder becomes one file where this ends in .zip.',
  force: 'Replaces the file that is there, or a folder that holds an earlier export and nothing else.',
  precision: 'How exactly the weights of a page are written: {known}. {usual} unless told otherwise.',
  formats: 'Lists every format: who opens it, how large it is, what it is good for.',
  vocabulary:
    'The symbols of a model that came without them: a vocabulary.json, a JSON list or numbering, a table, a text with a symbol a line; or the text whose characters it learnt.',
  idScale:
    'What a model reads that takes one number for a symbol, where its file does not say it: the number as it is, divided by the number of symbols (centred: less a half), or stretched from 0 to 1 or (symmetric) from -1 to 1.',
  importName: 'What the model is called (default: as it says itself, else its file).',
  pieceModel: 'Only what this model told.',
  author: 'Who stands on the title page.',
  line: 'What else stands there.',
  notes: 'How each piece was told stands below it; --no-notes leaves that out.',
  ownPages: 'Each piece begins on a page of its own.',
  bookFormat: 'For Word, for e-readers or as Markdown; without it the ending of --target says which',
  bookTarget: 'Where to write it; must not exist yet (default <booklet>.<format>).',
  forceFile: 'Replaces a file that is there.',
  keep: 'Makes a model of what a paused, failed or stopped run has learnt so far.',
  step: 'With --keep: makes a model of its own of that checkpoint, also while the run trains.',
  fix: 'Brings the better engine that it names: downloads it, compares it, tries it.',
  remove: 'Removes the TensorFlow that was brought here.',
  restore: 'Brings one of them back, by what `aesop trash` lists it as.',
  empty: 'Deletes for good what lies in it: no undo brings it back.',
  port: 'Where to listen; 0 takes any free port.',
  host: 'Address to listen on (default 127.0.0.1, this machine only).',
  allowRemote: 'Lets other machines in: whoever has the address with its token has the whole studio, unencrypted.',
  open: 'Opens the page in the default browser, where there is one.',
} as const;

/** How a story is told, by the field of its settings. */
export const sampling = {
  greedy: 'Always tells the likeliest symbol, as the article does; temperature and its friends are then ignored.',
  temperature: 'Below 1 the story keeps to the likely, above 1 it dares more; 0 is --greedy.',
  topK: 'Chooses among this many of the likeliest symbols; 0 chooses among all.',
  topP: 'Chooses among the likeliest symbols that together reach this share; 1 chooses among all.',
  minP: 'Chooses among symbols that have at least this share of the likeliest one’s probability; 0 chooses among all.',
  repetitionPenalty: 'Makes symbols that were just told less likely; 1 changes nothing.',
  seed: 'The start of all chance: the same seed tells the same story.',
  length: 'How many symbols to tell.',
  finishSentence: 'Goes on past the length, up to twice as far, to the end of the sentence.',
  unknown:
    'What becomes of a word of the prompt that the model does not know: it stays and is read as unknown (keep) or as the nearest known one, is refused, or you are asked.',
  standIns: 'Known words that the model reads in place of words of the prompt that it does not know.',
  carryOver: 'Where the story tells a stand-in, writes the word that it stands in for.',
} as const;

/** What the help says of a flag behind its sentence, and what an error says that a flag takes. */
export const values = {
  ranged: '{help} ({range})',
  rangedDefault: '{help} ({range}; default {usual})',
  default: '{help} (default {usual})',
  withUnit: '{range} {unit}',
  orNo: 'or --no-{flag}',
  nameOrNumber: 'its name or its number',
  text: 'a text',
  characters: '{minimum} to {maximum} characters',
} as const;
