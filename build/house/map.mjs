import { posix } from 'node:path';

export const BEGIN = '<!-- map: `npm run format` writes what follows, all but the sentences, which are yours -->';
export const END = '<!-- end of the map -->';

/** @typedef {{ files: number, imports: Set<string> }} Folder */

/** @param {string} file @returns {string} its folder in the map: two levels below the tree, what lies deeper with it */
const folderOf = (file) => posix.dirname(file).split('/').slice(0, 3).join('/');

/**
 * @param {ReadonlyMap<string, string[]>} imports files, and those that each imports
 * @returns {Map<string, Folder>} by path, sorted
 */
export function folders(imports) {
  /** @type {Map<string, Folder>} */
  const found = new Map();
  for (const [file, targets] of imports) {
    const folder = folderOf(file);
    const { files, imports: others } = found.get(folder) ?? { files: 0, imports: new Set() };
    for (const target of targets.map(folderOf)) if (target !== folder) others.add(target);
    found.set(folder, { files: files + 1, imports: others });
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * @param {Iterable<string>} names of folders
 * @returns {string} those with one parent together: `contract, storage/{files, runs}`
 */
function together(names) {
  /** @type {Map<string, string[]>} */
  const byParent = new Map();
  for (const name of [...names].map((each) => each.replace(/^electron\//, '')).sort()) {
    const parent = posix.dirname(name);
    byParent.set(parent, [...(byParent.get(parent) ?? []), posix.basename(name)]);
  }
  const groups = [...byParent].map(([parent, [first, ...rest]]) => {
    const own = rest.length > 0 && parent !== '.' ? `{${[first, ...rest].join(', ')}}` : [first, ...rest].join(', ');
    return posix.join(parent, own);
  });
  return groups.join(', ');
}

/** @param {string} page @returns {Map<string, string>} what the page says each folder is */
function sentences(page) {
  const rows = page.matchAll(/^\| `([^`]+)` +\| (.*?) +\| +\d+ \|.*\|$/gm);
  return new Map([...rows].map(([, folder, sentence]) => [folder, sentence.trim()]));
}

/** @param {string} page @returns {[before: string, map: string, after: string]} */
function parts(page) {
  const [begin, end] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  if (begin < BEGIN.length || end < begin) throw new Error(`The page has lost its marks: ${BEGIN} … ${END}`);
  return [page.slice(0, begin), page.slice(begin, end), page.slice(end)];
}

/**
 * The page with its map as the imports are, each sentence as it stands there; a new folder has none yet.
 * @param {string} page Markdown with both marks
 * @param {ReadonlyMap<string, Folder>} now
 * @returns {{ page: string, unsaid: string[] }} and the folders of which it does not say what they are
 * @throws where a mark is missing
 */
export function withMap(page, now) {
  const [before, old, after] = parts(page);
  const said = sentences(old);
  const rows = [...now].map(([folder, { files, imports }]) => {
    return `| \`${folder}\` | ${said.get(folder) ?? ''} | ${files} | ${together(imports)} |`;
  });
  const table = ['| folder | what it is | files | imports |', '| --- | --- | --: | --- |', ...rows].join('\n');
  return { page: `${before}\n\n${table}\n\n${after}`, unsaid: [...now.keys()].filter((folder) => !said.get(folder)) };
}
