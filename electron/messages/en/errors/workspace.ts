/** Another place for the workspace. */
export const workspace = {
  'workspace-set': [
    'AESOP_HOME says where the workspace lies: “{path}”.',
    'Take that variable away, then choose a folder here.',
  ],
  'workspace-busy': [
    'The workspace is in use by a training or another job.',
    'Pause or end it first, then move the workspace.',
  ],
  'workspace-moving': [
    'The workspace is being copied; nothing in it may change meanwhile.',
    'Wait until it is done, or cancel the copy.',
  ],
  'workspace-gone': [
    'The workspace is no longer at “{path}”.',
    'Plug its drive in again, or put the folder back, then go on.',
  ],
  'place-inside': [
    '“{path}” and the present workspace, “{present}”, lie one inside the other.',
    'Choose a folder elsewhere.',
  ],
  'place-full': ['“{path}” holds other things.', 'Choose an empty folder, or make a new one inside it.'],
  'place-short': [
    'The workspace needs {needed} MB; at “{path}” {free} MB are free.',
    'Free some space there, or choose another disk.',
  ],
  'trash-missing': ['There is no “{id}” in the trash.', 'What lies in it is listed by: aesop trash.'],
  'trash-several': ['Several things in the trash are called “{id}”: {names}.', 'Name one of them with its kind.'],
  'restore-taken': [
    '“{name}” lies in the trash and in the workspace: “{path}” is there again.',
    'Move that one out of the workspace first; deleting it would take the place of the one in the trash. Nothing was overwritten.',
  ],
  'restored-damaged': [
    '“{name}” is back from the trash, but cannot be listed: “{path}” is missing or damaged.',
    'Put that file back, from a copy perhaps; everything else of it is there.',
  ],
} as const;
