/** What the workspace holds. */
export const workspace = {
  noModels: 'No models yet. Make one with: aesop train <text>',
  noRuns: 'No runs yet. Begin one with: aesop train <text>',
  importedAgain: '“{name}” is the same model as “{other}” ({id}).',
  exported: '{path} ({format}, {size})',
  things: '{count} {count:thing|things}',
  trash: '{things}, {size}, the oldest deleted {date}',
  trashEmpty: 'The trash is empty.',
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
