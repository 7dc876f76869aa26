/** Said before a training, which goes on all the same. */
export const warnings = {
  'part-of-text': ['{steps} steps read only {share} of the text once.', 'More steps let it see the whole text.'],
  'much-unknown': [
    '{share} of the text lies outside the vocabulary of {size} symbols.',
    'It is learnt as a gap and never told. A larger vocabulary or a lower minimum count keeps more of it.',
  ],
  'validation-small': [
    'Validation has only {predictions} predictions.',
    'Its curve will be noisy: hold out more, or nothing.',
  ],
  'rate-high': [
    'The learning rate is {learningRate}; {optimizer} usually diverges above {limit}.',
    'Should the loss rise, lower it to a third.',
  ],
  'disk-short': [
    'The checkpoints of this training may take {needed} MB; {free} MB are free on the disk.',
    'Empty the trash, delete old runs, or move the workspace to another disk (Machine room). Where the disk fills up, the training fails at its last checkpoint and can be resumed.',
  ],
  'not-fast-here': [
    'Fast precision pays with TensorFlow on a processor with AMX; here it would be slower.',
    'The training computes in float32, which changes nothing else.',
  ],
} as const;
