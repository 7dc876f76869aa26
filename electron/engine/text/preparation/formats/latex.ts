import { MARKS } from '../marks.ts';
import type { Step } from '../step.ts';
import { withSigns } from './latex-signs.ts';
import { FormatStage, type Evidence, type Format } from './stage.ts';

/** What is set apart and is not read as text. */
const APART =
  'figure|table|tabular|tabularx|longtable|equation|align|alignat|eqnarray|gather|multline|math|displaymath|array|tikzpicture|picture|lstlisting|verbatim|minted|algorithm|algorithmic|thebibliography|filecontents|comment|wrapfigure';
const ENVIRONMENT = new RegExp(`\\\\begin\\{(${APART})(\\*?)\\}[^]*?\\\\end\\{\\1\\2\\}`, 'g');
const BEGINS = new RegExp(`\\\\begin\\{(?:${APART})\\*?\\}`, 'g');
const ENDS = new RegExp(`\\\\end\\{(?:${APART})\\*?\\}`, 'g');
/** Commands whose arguments are nothing to read. */
const INNER = '\\{[^{}]*\\}';
const NESTED = `\\{[^{}]*(?:${INNER}[^{}]*)*\\}`;
const UNREAD_NAMES =
  'cite[a-z]*|(?!h(?:yper)?ref\\b)[a-zA-Z]*ref|label|footnotemark|index|glossary|[vh]space|includegraphics|input|include|usepackage|documentclass|documentstyle|PassOptionsTo(?:Package|Class)|rule|bibliography|bibliographystyle|(?:this)?pagestyle|pagenumbering|setlength|addtolength|setcounter|addtocounter|setstretch|newcommand|renewcommand|providecommand|newenvironment|newtheorem|def|hypersetup|geometry|graphicspath|definecolor|color|fontsize|selectlanguage|markboth|markright|addcontentsline|footnote|thanks|marginpar|todo|nocite|url';
const UNREAD = new RegExp(
  `\\\\(?:${UNREAD_NAMES})\\*?(?:\\[[^\\]]{0,300}\\])*(?:\\\\[A-Za-z]+)?(?:${NESTED}|\\[[^\\]]{0,300}\\])*`,
  'g',
);
/** Of the rest, what the last argument says is read. */
const READ = /\\(?:parbox|raisebox|resizebox|multicolumn)\*?(?:\[[^\]]{0,300}\])*(?:\{[^{}]*\})+?\{([^{}]*)\}/g; // prettier-ignore
const COMMAND = /\\[A-Za-z@]+\*?(?:\[[^\]{}]{0,300}\])?\{([^{}]*)\}/g;
const GROUP = /(?<![\\\]}A-Za-z@*])\{(?:\\[A-Za-z]{1,40}\*?[ \t]?){0,4}([^{}]*)(?<!\\)\}/g;
const MOST_ROUNDS = 12;
/** As LaTeX writes them, with what they are said of: control words of RTF and names of folders look alike without. */
const KNOWN =
  /\\(?:(documentclass|usepackage|begin|end|(?:sub)*section|chapter|part|paragraph|textit|textbf|textsc|texttt|emph|cite[a-z]*|ref|label|footnote|title|author)\*? ?[[{]|(item|maketitle|ldots)\b)/g;

/** Without what stands behind a percent sign. @returns undefined where that was all */
function withoutComment(line: string): string | undefined {
  const at = line.search(/(?<!\\)%/);
  if (at < 0) return line;
  const left = line.slice(0, at).trimEnd();
  return left === '' ? undefined : left;
}

const withoutFormulae = (text: string) => (text.includes('$$') ? text.replace(/\$\$[^]*?\$\$/g, '') : text);

/** From the innermost outwards. @param replaced what is left of each */
function withoutGroups(text: string, replaced: readonly (readonly [RegExp, string])[]): string {
  let left = text;
  for (let round = 0; round < MOST_ROUNDS && left.includes('{'); round++) {
    const next = replaced.reduce((before, [group, by]) => before.replace(group, by), left);
    if (next === left) break;
    left = next;
  }
  return left;
}
const GROUPS = [[GROUP, '$1']] as const;
const COMMANDS = [[UNREAD, ''], [READ, '$1'], [COMMAND, '$1'], ...GROUPS] as const; // prettier-ignore

function withoutCommands(text: string): string {
  const left = text.replace(ENVIRONMENT, '').replace(/\\\[(?:(?!\\\[)[^])*?\\\]|\$\$[^]*?\$\$/g, '');
  const plain = withSigns(left)
    // places, addresses, colours and languages, before what is read in them
    .replace(
      /\\(?:hyper(?:target|link)|href|textcolor|colorbox|foreignlanguage)(?:\[[^\]]{0,40}\])?\{[^{}]{0,2000}\}/g,
      '',
    )
    .replace(/\\verb\*?([^\w\s])(.*?)\1/g, '$2')
    .replace(/\\(?:begin|end)\{[^{}\n]{0,60}\}(?:\[[^\]\n]{0,200}\]|\{[^{}\n]{0,200}\})*/g, '')
    .replace(/\\item\b[ \t]*(?:\[([^\]\n]{0,200})\])?[ \t]*/g, (_, label?: string) => (label ? `${label} ` : ''))
    .replace(/\\\\\*?(?:\[[^\]\n]{0,40}\])?[ \t]*$/gm, '')
    .replace(/\\\\\*?[ \t]*/g, ' ');
  // what needs no braces
  return withoutGroups(plain.replace(UNREAD, ''), COMMANDS).replace(/\\[A-Za-z@]+\*?[ \t]?/g, '');
}

function bare(text: string, evidence: Evidence): string | undefined {
  for (const [, command, word] of text.matchAll(KNOWN)) evidence.count(command ?? word);
  const written = text.split('\n');
  const lines = written.map(withoutComment).filter((line) => line !== undefined);
  if (lines.length === 0) return undefined;
  let left = lines.join('\n').replace(/\\begin\{document\}/g, '');
  if (!left.includes('\\') && !/[{}~]|``|''|--/.test(left)) return left;
  // the head of a document is not read, but for its title
  if (left.includes('\\documentclass') && text.includes('\\begin{document}')) {
    const head = text.slice(0, text.indexOf('\\begin{document}'));
    const title = /\\title(?:\[[^\]]{0,300}\])?\{([^{}]{0,400})\}/.exec(head);
    left = `${title ? `${title[1]}\n` : ''}${text.slice(head.length + '\\begin{document}'.length)}`;
  }
  // most lines of what only looks like it have braces alone
  left = left.includes('\\') ? withoutCommands(left) : withoutGroups(withSigns(withoutFormulae(left)), GROUPS);
  left = left.replace(/(?<!\\)[{}]/g, '').replace(/(?<![ \t])[ \t]+(?=[.,;:!?])/g, '');
  const kept = left
    .split('\n')
    .filter((line, at) => line.trim() !== '' || (written[at]?.trim() === '' && written.length > 1));
  return kept.length > 0 ? kept.join('\n') : undefined;
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

const FORMAT: Format = {
  marks: MARKS.code | MARKS.tag | MARKS.straightQuote | MARKS.hyphens | MARKS.markup,
  touches: ({ text, marks }, seen) => (marks & MARKS.code) !== 0 || (seen && /[`~]|--|''/.test(text)),
  depth(line) {
    const text = withoutComment(line) ?? '';
    // its braces may come lines below
    const head = text.includes('\\documentclass') ? 1 : text.includes('\\begin{document}') ? -1 : 0;
    if (!/[{}]/.test(text)) return head;
    const environments = count(text, BEGINS) - count(text, ENDS);
    const braces = count(text, /(?<!\\)\{/g) - count(text, /(?<!\\)\}/g);
    return environments + braces + head;
  },
  bare,
  isNothing: (evidence) => evidence.places < 2,
  isSure: (evidence) => evidence.kinds >= 2 && evidence.places >= 4,
};

/** Leaves out the commands of LaTeX, with comments, figures and set-off formulae; what they print stays. */
export const latex: Step = { name: 'latex', leads: 'where sure', open: (opening) => new FormatStage(opening, FORMAT) };
