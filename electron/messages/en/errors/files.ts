/** Files, folders and the disk. */
export const files = {
  'file-missing': ['There is no file “{path}”.', 'Check the name and the folder.'],
  'file-is-folder': ['“{path}” is a folder, not a text file.', 'Choose one text file inside it.'],
  'folder-missing': ['There is no folder “{path}”.', 'Check its name, or make it first; nothing was written.'],
  'folder-empty': ['There is no file in the folder “{path}”.', 'Choose another one, or put texts into it first.'],
  'files-none': ['A text is made of at least one file.', 'Delete the text where it is not wanted any more.'],
  'files-many': [
    'More than {limit} files were given for one text.',
    'Put several of them together in one file, or make several texts of them.',
  ],
  'files-unreadable': [
    'None of the {count} {count:file|files} of “{name}” holds a text that can be read.',
    'Choose one of them by itself to see what is wrong with it.',
  ],
  'not-a-file': [
    '“{path}” is {kind}, not a file.',
    'Save what comes out of it as a file first, then choose that file.',
  ],
  'link-unfollowed': [
    '“{path}” is a link, or lies behind one, that cannot be followed.',
    'Choose what the link should stand for, or mend it.',
  ],
  'name-too-long': [
    'The name “{path}” is longer than this system allows.',
    'Choose a shorter name, or a folder with a shorter path.',
  ],
  'name-unreadable': [
    'The name “{path}” holds bytes that are not UTF-8, shown as \ufffd: no file can be found by it.',
    'Rename the file, or copy it under a plain name, then try again.',
  ],
  'files-too-many': [
    'Too many files are open on this machine for “{path}” to be opened.',
    'Close other programs, or raise the limit (ulimit -n), then try again.',
  ],
  'file-busy': ['“{path}” is in use by another program.', 'Close that program, then try again.'],
  'system-refused': [
    'The system cannot read or write “{path}” ({code}).',
    'Its disk or connection may have failed, or it is no ordinary file. Choose another, or try again.',
  ],
  'temporary-folder': [
    'No temporary files can be written in “{path}” ({code}).',
    'Make that folder writable, or name another one: TMPDIR, on Windows TEMP.',
  ],
  'not-a-folder': ['“{path}” is a file, not a folder.', 'Choose a folder, or move the file away.'],
  'not-a-workspace': [
    '“{path}” holds other things and is no workspace of Aesop. Nothing in it was changed.',
    'Choose an empty folder, or one that is not there yet: --workspace or AESOP_HOME names it.',
  ],
  'not-plain': [
    '“{path}” is a link or a device, or a folder in place of a file: Aesop did not make it.',
    'Nothing was written there. Move it away, or put a plain copy in its place.',
  ],
  'no-permission': [
    '“{path}” may not be read or written by this account.',
    'Change its permissions, or choose another place.',
  ],
  'disk-read-only': [
    'Nothing can be written to “{path}”: its disk is read-only.',
    'Choose a folder on another disk, or make this one writable: a switch on a card or stick, or how it was mounted.',
  ],
  'disk-full': [
    'The disk is full while writing “{path}”.',
    'Free some space, or empty the trash (Machine room, or aesop trash --empty), and go on. Everything saved before is whole.',
  ],
  'file-damaged': [
    '“{path}” is damaged: {problem}.',
    'Nothing was changed. Put back a good copy of it, or delete the folder it lies in.',
  ],
  'file-not-granted': ['This file was not handed over, or is no longer at hand.', 'Choose it again.'],
} as const;
