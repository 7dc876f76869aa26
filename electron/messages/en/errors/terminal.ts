/** Command lines. */
export const terminal = {
  'verb-unknown': ['There is no verb “{verb}”.', '{suggestion} All verbs: aesop --help.'],
  'flag-unknown': ['aesop {verb} has no flag {flag}.', '{suggestion} All flags: aesop {verb} --help.'],
  'flag-without-value': ['{flag} needs a value.', 'Write it behind the flag: {example}.'],
  'flags-exclusive': ['aesop {verb} takes only one of {flags}.', 'Nothing was done: say each in a line of its own.'],
  'argument-missing': ['aesop {verb} needs {argument}.', 'Usage: {usage}.'],
  'argument-excess': [
    'aesop {verb} does not know what to do with {given}.',
    'Usage: {usage}. Put names with spaces in quotes.',
  ],
  'tellers-many': ['{count} models are named; at most {limit} tell side by side.', 'Name fewer of them.'],
  'nobody-to-ask': [
    '--unknown ask needs a terminal to ask in, and there is none.',
    'Say it with the call: --stand-in name=word, or --unknown keep.',
  ],
  'input-missing': ['Nothing comes in on standard input.', 'Hand a text over by a pipe: zcat novel.gz | aesop train -'],
  'language-unknown': ['There is no language “{language}” here.', 'Known are {known}.'],
} as const;
