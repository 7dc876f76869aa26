/** Runs, their checkpoints and processes. */
export const runs = {
  'run-missing': ['There is no run “{id}” in this workspace.', 'The runs here are listed by: aesop runs.'],
  'run-locked': ['The run “{id}” is being trained by process {pid}.', 'Stop that one first, or start a new run.'],
  'base-bare': [
    'The model “{name}” sees words as bare numbers, as in the article, and those would be others in another text.',
    'Choose a model whose input is an embedding or one-hot.',
  ],
  'base-elsewhere': [
    'The model in {path} is none of this workspace.',
    'Take it in first: aesop import {path}. Then name it by its id.',
  ],
  'base-damaged': [
    'The run’s copy of the base model “{name}” is damaged or gone: {path}.',
    'Put the folder back from a copy of the workspace, or begin a new run from the model.',
  ],
  'run-active': ['The run “{name}” is being trained.', 'Stop it first.'],
  'run-idle': ['The run “{name}” is not being trained.', 'Resume it first, if it has steps left.'],
  'run-unlearnt': [
    'The run “{name}” has learnt nothing yet: it has no checkpoint to keep.',
    'Resume it, and it starts again.',
  ],
  'run-kept': [
    'The run “{name}” has its model already: “{model}”.',
    'Tell a story with it, or train on with more steps.',
  ],
  'run-keeping': ['A model is being made of the run “{name}”.', 'Wait until it is on the Shelf.'],
  'run-steps-made': [
    'The run “{id}” has made {step} steps already, more than {asked}.',
    'Ask for {step} to have its model made of what it has learnt, or for more to train on.',
  ],
  'run-finished': [
    'The run “{id}” has finished all its {steps} steps, and its model is on the Shelf.',
    'Tell a story with the model, ask for more steps than that, or start a new run.',
  ],
  'checkpoint-missing': ['The run “{id}” has no whole checkpoint to resume from.', 'Start the training anew.'],
  'checkpoint-damaged': [
    'Checkpoint {step} is damaged; the run goes on from {from}.',
    'The steps between are made again; do nothing.',
  ],
  'checkpoint-none-yet': [
    'The run “{name}” has written no checkpoint yet.',
    'Wait for the first one; “Checkpoint every” says when it comes.',
  ],
  'pins-full': ['{most} contexts are pinned already.', 'Take one away first.'],
  'pin-unknown': ['The run’s vocabulary lacks {words}.', 'Pin words that stand in its text.'],
  'pin-empty': ['There is no symbol of the run’s vocabulary in it.', 'Pin some words that stand in its text.'],
  'checkpoint-unknown': [
    'The run “{name}” has no checkpoint of step {step}.',
    'Choose one that is there: {steps}. Others were thinned out, or never written.',
  ],
  'checkpoint-kept': [
    'Step {step} of the run “{name}” is kept already: “{model}”.',
    'Tell a story with that model, or keep another step.',
  ],
  'loss-not-finite': [
    'The loss became {value} at step {step}: the training diverged.',
    'Lower the learning rate (now {learningRate}) to a third, or clip gradients at 1. The best checkpoint is kept.',
  ],
  'loss-exploded': [
    'The loss rose to {value}, more than three times its start ({start}), at step {step}.',
    'Lower the learning rate (now {learningRate}) to a third, or clip gradients at 1. The best checkpoint is kept.',
  ],
  'worker-died': [
    'The training process ended unexpectedly ({reason}).',
    'Resume the run: it goes on from its last checkpoint. A system that is short of memory ends processes so: close other programs first.',
  ],
  'teller-died': [
    'The process that tells ended unexpectedly ({reason}).',
    'Tell it on from the end, or keep what was told so far.',
  ],
  'helper-died': [
    'The process at work on this ended unexpectedly ({reason}).',
    'Try again: a new one starts by itself. Nothing that was saved is lost.',
  ],
} as const;
