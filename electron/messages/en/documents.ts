/** What people call a file, by what it is: those that are read, then those that are not, and the way out of them. */
export const documents = {
  docx: 'a Word document (.docx)',
  odt: 'an OpenDocument text (.odt, .fodt)',
  epub: 'an EPUB book',
  html: 'a page (HTML)',
  rtf: 'an RTF document',
  markdown: 'a Markdown text',
  subtitles: 'a file of subtitles',
  csv: 'a table (CSV)',
  tsv: 'a table (TSV)',
  jsonl: 'a JSON or JSONL file',
  chat: 'an exported chat',
  pdf: 'a PDF',
  mail: 'a mail',
  fictionbook: 'a FictionBook (.fb2)',
  docbook: 'a DocBook document',
  tei: 'a TEI document',
  jats: 'a journal paper (JATS)',

  // not read
  'word-old': 'a Word document of 2003 or older (.doc)',
  'excel-old': 'an Excel workbook of 2003 or older (.xls)',
  'powerpoint-old': 'PowerPoint slides of 2003 or older (.ppt)',
  'office-locked': 'an Office document locked by a password',
  'office-old': 'an Office document of 2003 or older',
  excel: 'an Excel workbook (.xlsx)',
  powerpoint: 'PowerPoint slides (.pptx)',
  calc: 'a LibreOffice spreadsheet (.ods)',
  impress: 'LibreOffice slides (.odp)',
  pages: 'a document of Apple’s Pages',
  kindle: 'a Kindle book (.mobi, .azw3)',
  djvu: 'a scanned book (DjVu)',
  wordperfect: 'a WordPerfect document',
  postscript: 'a PostScript document',
  help: 'a Windows help file (.chm)',
  mht: 'a saved web archive (.mht)',
  xml: 'an XML file',
  picture: 'a picture',
  audio: 'a sound recording',
  video: 'a video',
  font: 'a font',
  archive: 'an archive of files',
  database: 'a database',
  parquet: 'a Parquet or Arrow table',
  program: 'a program',
  numbers: 'a file of numbers (a model’s weights, or NumPy)',
  pickle: 'a Python pickle',
  aesop: 'a model of Aesop',
  model: 'a model of another program',

  // what to do with those
  'as-docx': 'Open it in Word or LibreOffice, and save it as .docx or as text.',
  'as-csv': 'Open it in the program that made it, and save the sheet with the text as .csv.',
  'as-text': 'Open it in the program that made it, and save its text as .txt.',
  'as-unlocked': 'Open it with the password, and save a copy without one.',
  'as-epub': 'Convert it to .epub or text, for example with Calibre; a book with copy protection cannot be taken.',
  'as-page': 'Open it in a browser, and save the page as HTML only.',
  'as-recognised': 'Have a program for text recognition (OCR) make text of it, then choose that.',
  'as-transcript': 'Have a program write down what is said in it, or choose its subtitles (.srt, .vtt).',
  unpack: 'Unpack it first, then choose the text inside.',
  'export-table': 'Export the table with the text as .csv or .jsonl.',
  another: 'There is no text in it to learn from: choose another file.',
  'import-model': 'Import it on the Shelf, or at the terminal: aesop import.',
  'import-beside':
    'Its weights lie in files beside it (.bin): import it together with them, or at the terminal by its folder: aesop import.',
  'import-weights': 'If it is a model, import it on the Shelf, or at the terminal: aesop import.',
} as const;

/** What a file was found to be, with its figures. */
export const documentFound = {
  epub: '{what} of {chapters} {chapters:chapter|chapters}',
  subtitles: '{what} with {cues} {cues:cue|cues}',
  pdf: '{what} of {pages} {pages:page|pages}',
  pdfWithout: '{what} of {pages} {pages:page|pages}, {without} of them without text',
  pdfHeads:
    '{what} of {pages} {pages:page|pages}; {heads} {heads:head, foot or page number was|heads, feet and page numbers were} left out',
  pdfWithoutHeads:
    '{what} of {pages} {pages:page|pages}, {without} of them without text; {heads} {heads:head, foot or page number was|heads, feet and page numbers were} left out',
  chat: 'a chat from {program}: {messages} {messages:message|messages} by {people} {people:person|people}',
  chatWithout:
    'a chat from {program}: {messages} {messages:message|messages} by {people} {people:person|people}; {leftOut} {leftOut:notice, call or attachment was|notices, calls and attachments were} left out',
  chats:
    '{conversations} chats from {program}: {messages} {messages:message|messages} by {people} {people:person|people}',
  chatsWithout:
    '{conversations} chats from {program}: {messages} {messages:message|messages} by {people} {people:person|people}; {leftOut} {leftOut:notice, call or attachment was|notices, calls and attachments were} left out',
  mailbox: 'a mailbox of {mails} {mails:mail|mails}',
  table: '{what} of {rows} {rows:row|rows}; its text is the column “{column}” with {cells} {cells:cell|cells}',
  tableOften:
    '{what} of {rows} {rows:row|rows}; its text is the column “{column}” with {cells} {cells:cell|cells}, {different} of them different',
} as const;
