/**
 * Circles of imports, each once, begun at the file that was met first.
 * @param {ReadonlyMap<string, string[]>} imports files, and those that each imports
 * @returns {string[][]} the files of each circle, each importing the next one and the last the first
 */
export function circles(imports) {
  /** @type {string[][]} */
  const found = [];
  /** @type {string[]} */
  const way = [];
  /** @type {Set<string>} */
  const done = new Set();
  /** @param {string} file */
  const walk = (file) => {
    const before = way.indexOf(file);
    if (before >= 0) found.push(way.slice(before));
    if (before >= 0 || done.has(file)) return;
    way.push(file);
    imports.get(file)?.forEach(walk);
    way.pop();
    done.add(file);
  };
  [...imports.keys()].forEach(walk);
  return found;
}
