/** What the workspace holds. */
export const workspace = {
  noModels: 'No models yet. Make one with: aesop train <text>',
  damagedMore: '{count} more cannot be read; --json names each.',
  noRuns: 'No runs yet. Begin one with: aesop train <text>',
  noBooklets: 'No booklets yet. Make one of what you kept with: aesop booklet make <title>',
  nothingKept: 'Nothing is kept yet. Passages and stories are kept in the Story room of the studio.',
  bookletMade: '{id}, with {count} {count:piece|pieces}',
  importedAgain: '“{name}” is the same model as “{other}” ({id}).',
  exported: '{path} ({format}, {size})',
  things: '{count} {count:thing|things}',
  trash: '{things}, {size}, the oldest deleted {date}',
  trashEmpty: 'The trash is empty.',
  trashMore: '… and {count} more, deleted longer ago.',
  restoreTrash: 'Bring one back with: {command}',
  restored: '{name} is back.',
  emptyTrash: 'Delete them for good with: {command}',
  emptied: '{things} deleted for good, {size} freed.',
} as const;

/** How a run stands. */
export const status = {
  queued: 'queued',
  running: 'running',
  paused: 'paused',
  stopped: 'stopped',
  done: 'done',
  failed: 'failed',
} as const;

/** What goes into a booklet. */
export const pieces = {
  passage: 'passage',
  story: 'story',
} as const;
