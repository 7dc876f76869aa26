/** What a new training is asked first: three plain choices, and what each does to the text. */
export const shortForm = {
  time: 'How long to learn',
  quick: 'Quick',
  good: 'Enough',
  long: 'Long',
  closeness: 'How close to the text',
  freer: 'Freer',
  balanced: 'Balanced',
  closer: 'Closer',
  preceding: '{count} preceding',
  size: 'Size of the network',
  small: 'Small',
  fitting: 'Fitting',
  large: 'Large',

  asProposed: 'As it is proposed for this text.',
  quickReason: '{steps} steps, {passes} times through your text: enough to see whether it learns.',
  longReason: '{steps} steps, {passes} times through your text: what is still unsure then, stays so.',
  longKeptReason:
    '{steps} steps, {passes} times through your text. Should it memorise, the best checkpoint of them is kept.',
  freerReason: '{preceding} decide {share} of your text: wherever they do not, the story goes its own way.',
  closerReason: '{preceding} decide {share} of your text: the story repeats long stretches of it.',
  freerDropoutReason: 'Silencing {share} of the signals keeps it from memorising: it makes up more of its own.',
  closerDropoutReason:
    'Nothing is silenced or held out: it learns all of the text, and in the end may know passages by heart.',
  smallReason: '{layers} {layers:layer|layers} of {units} units: quick, but it remembers less.',
  fittingReason: 'Your text has {size}: {layers} {layers:layer|layers} of {units} units suit it.',
  largeReason: '{layers} {layers:layer|layers} of {units} units: it remembers more, and learns more slowly.',
  largeShort: 'A larger network needs {needed} GB of memory, and this machine has {memory} GB.',
} as const;
