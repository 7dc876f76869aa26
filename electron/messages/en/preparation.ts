/** What can be done to a text before it is learnt, as labels. */
export const preparationLabel = {
  mojibake: 'Letters saved twice',
  signs: 'Invisible signs',
  compatibility: 'Ligatures and full-width forms',
  frame: "Publisher's frame",
  entities: 'Entities',
  asciidoc: 'AsciiDoc marks',
  rst: 'reStructuredText marks',
  wiki: 'Wiki marks',
  bbcode: 'BBCode',
  latex: 'LaTeX commands',
  org: 'Org marks',
  mail: 'Heads of mails',
  stamps: 'Chat stamps',
  cues: 'Subtitle times',
  pagemarks: 'Page marks',
  illustrations: 'Illustrations and side notes',
  footnotes: 'Footnotes',
  ruby: 'Ruby and notes of Aozora Bunko',
  emphasis: 'Marks of emphasis',
  pages: 'Page numbers and heads',
  contents: 'Lists of contents',
  divided: 'Divided words',
  wrapped: 'Wrapped lines',
  markdown: 'Markdown marks',
  links: 'Addresses',
  quotes: 'Quotes and dashes',
  blanks: 'Blank lines',
  repeats: 'Repeated lines',
} as const;

/** What each does, in a sentence that a writer understands. */
export const preparationHelp = {
  mojibake: 'Mends letters that were read by the wrong table and saved again (mojibake): â€™ becomes ’.',
  signs:
    'Leaves out what nobody sees and no script needs: byte order marks, soft hyphens, zero-width and control signs.',
  compatibility: 'Writes ligatures and full-width forms as the letters that they stand for: ﬁ becomes fi.',
  frame: 'Leaves out what a publisher puts round every book: licence, notices, who typed it.',
  entities: 'Writes what entities of HTML stand for: &amp; becomes &.',
  asciidoc:
    'Leaves out the marks of AsciiDoc: headings, blocks, stress and links, with attributes, notes, comments and pictures.',
  rst: 'Leaves out the marks of reStructuredText: headings, stress and links, with directives, fields, notes and comments.',
  wiki: 'Leaves out the marks of wikis: headings, stress and links, with templates, notes and categories.',
  bbcode: 'Leaves out the marks in square brackets that forums write with.',
  latex: 'Leaves out commands, comments, figures and set-off formulae of LaTeX; what is printed stays.',
  org: 'Leaves out the marks of Org: headings, stress and links, with keywords, drawers and times.',
  mail: 'Leaves out the heads of mails, what they quote of earlier ones, and what stands below “--”.',
  stamps: 'Leaves out when each message was sent and what stands for pictures; names stay, or go on wish.',
  cues: 'Leaves out the numbers and times of subtitles and lyrics.',
  pagemarks: 'Leaves out marks of pages in the midst of a text: [Pg 12], or a number in braces.',
  illustrations:
    'Leaves out what a publisher says of pictures, at the side or of the copy: [Illustration: …], [Sidenote: …].',
  footnotes: 'Leaves out footnotes and the numbers that point to them: [Footnote 1: …], [1].',
  ruby: 'Leaves out how words are read, and notes for the typesetter: 《…》, ［＃…］.',
  emphasis: 'Leaves out the signs that stand for italics and bold type: _italic_, =bold=.',
  pages: 'Leaves out page numbers and what is printed above every page.',
  contents: 'Leaves out lists of contents and rows of dots.',
  divided: 'Puts words together that were divided at the end of a line; compounds keep their hyphen.',
  wrapped: 'Joins lines that a typesetter broke into paragraphs; verse, tables and lists stay as they are.',
  markdown: 'Leaves out the marks of headings, stress and links.',
  links: 'Puts one sign for each address of the web or of the mail.',
  quotes: 'Makes quotation marks one kind, and dashes.',
  blanks: 'Leaves one blank line where several follow one another.',
  repeats: 'Leaves out lines that were there before.',
} as const;

/** What is said beside a finding, or in it. */
export const preparationNote = {
  about: 'Only parts of so long a text are looked at: what was not done is counted about.',
  littleShare: 'less than {least}',
  uncounted: 'How often was not counted.',
} as const;

/** What was found of each. */
export const preparationFinding = {
  mojibake: '{places} {places:place|places} read as {table} instead of UTF-8, and saved so: {share} of the characters.',
  signs: '{places} invisible {places:sign|signs}: {signs}.',
  compatibility: '{places} {places:ligature or full-width form|ligatures and full-width forms}.',
  frame: 'The frame of {publisher}: {share} of the characters.',
  frameUnnamed: 'Notices of whoever scanned it: {share} of the characters.',
  entities: '{places} {places:entity|entities} of HTML.',
  asciidoc: '{places} {places:line|lines} with marks of AsciiDoc: {share} of the characters.',
  rst: '{places} {places:line|lines} with marks of reStructuredText: {share} of the characters.',
  wiki: '{places} {places:place|places} with marks of a wiki: {share} of the characters.',
  bbcode: '{places} {places:line|lines} with BBCode: {share} of the characters.',
  latex: '{places} {places:place|places} with commands of LaTeX: {share} of the characters.',
  org: '{places} {places:line|lines} with marks of Org: {share} of the characters.',
  mail: '{mails} {mails:mail|mails} with heads, quotes or signatures: {share} of the characters.',
  stamps:
    'A chat of {messages} {messages:message|messages} by {names} {names:name|names}; its stamps are {share} of the characters.',
  cues: '{cues} {cues:cue|cues} with times: {share} of the characters.',
  pagemarks: '{places} page {places:mark|marks} in the text: {share} of the characters.',
  illustrations:
    '{places} {places:illustration or side note|illustrations and side notes} in brackets: {share} of the characters.',
  footnotes:
    '{places} {places:footnote or number|footnotes and numbers} that point to them: {share} of the characters.',
  ruby: '{places} {places:reading or note|readings and notes} of Aozora Bunko: {share} of the characters.',
  emphasis: '{places} {places:place|places} marked as italics or bold: {share} of the characters.',
  pages: '{places} page {places:number or head|numbers and heads}: {share} of the characters.',
  contents: '{places} {places:line|lines} of contents or dots: {share} of the characters.',
  divided: '{places} {places:word|words} divided at {places:a line end|line ends}, {share} of all line ends.',
  wrapped: '{places} of {ends} line {ends:end|ends} {places:is a hard wrap|are hard wraps} at about {width} columns.',
  markdown: '{places} {places:line|lines} with marks of Markdown.',
  links: '{places} {places:address|addresses} of the web or of the mail: {share} of the characters.',
  quotes: '{places} {places:quote or dash|quotes and dashes} of another kind than the rest.',
  blanks: '{places} {places:place|places} with more than one blank line.',
  repeats: '{places} {places:line was|lines were} there before, {share} of all.',
} as const;
