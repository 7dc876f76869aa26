/** Texts of booklets, in the Story room. */
export const booklet = {
  booklets: 'Booklets',
  booklet: 'Booklet',
  create: 'New booklet',
  pieces: '{count} {count:piece|pieces}',
  none: 'No booklet yet.',
  noneText:
    'Select words of a story and keep them: that is a passage. Passages and kept stories are gathered in a booklet, put in order, edited, and then printed or saved for Word and e-readers.',
  empty: 'Nothing in it yet.',
  emptyText: 'Add passages and kept stories: each is copied, so it stays when its story is gone.',
  emptyNone:
    'There are neither passages nor kept stories yet. Select words of a story to keep them, or give a story a star.',
  back: 'To the stories',
  loading: 'Opening the booklet',
  actions: 'Actions for the booklet “{title}”',

  // gathering
  into: 'Into a booklet',
  add: 'Add pieces',
  addTo: 'Booklet',
  find: 'Find a passage or story',
  findNone: 'Nothing says so.',
  findMore: 'and {count} more: type to find them',
  addCount: 'Add {count} {count:piece|pieces}',
  added: '{count} {count:piece|pieces} added to “{title}”.',
  open: 'Open it',
  passage: 'passage of “{title}”',
  story: 'story, {symbols}',

  // title page
  titlePage: 'Title page',
  title: 'Title',
  author: 'Author',
  line: 'Another line',

  // pieces
  piece: 'Piece {number} of {count}',
  heading: 'Heading',
  headingHint: 'No heading',
  text: 'Text of piece {number}',
  move: 'Move piece {number}: drag it, or Alt with the up and down arrow keys',
  moved: 'Now piece {number} of {count}.',
  up: 'Move up',
  down: 'Move down',
  remove: 'Take out',
  removed: '“{title}” taken out.',

  // how it is put out
  notes: 'How it was told',
  notesHelp: 'Below each piece: model, steps, temperature and seed.',
  ownPages: 'A page for each piece',
  save: 'Save',
  saveDocx: 'For Word (.docx)',
  saveEpub: 'For e-readers (.epub)',
  saveMarkdown: 'As Markdown (.md)',

  // writing
  saved: 'Saved',
  saving: 'Saving',
  unsaved: 'Not saved yet',
  copyTitle: '{title} (mine)',
  becameCopy: 'The booklet was changed elsewhere meanwhile. What you wrote here is this booklet now.',
} as const;
