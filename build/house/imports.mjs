import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { filesUnder } from '../setup/files.mjs';

/** What the application is made of. */
const TREES = ['electron', 'renderer'];
const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

/** @param {ts.Node} node @returns {ts.Expression | undefined} what the statement or type names */
function named(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
    return node.argument.literal;
  return undefined;
}

/**
 * What a script names in `import` and `export … from`, types included. `import()` is left out: it loads when it is called,
 * long after both files were read, and is how a room, a job or TensorFlow waits until somebody wants it.
 * @param {string} text TypeScript, or a Svelte component
 * @param {string} path
 * @returns {string[]}
 */
export function specifiersIn(text, path) {
  const code = path.endsWith('.svelte') ? [...text.matchAll(SCRIPT)].map(([, script]) => script).join('\n') : text;
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {ts.Node} node */
  const look = (node) => {
    const specifier = named(node);
    if (specifier && ts.isStringLiteral(specifier)) found.add(specifier.text);
    if (typesInside) ts.forEachChild(node, look);
  };
  const typesInside = code.includes('import(');
  ts.createSourceFile(path, code, ts.ScriptTarget.Latest).statements.forEach(look);
  return [...found];
}

/**
 * @param {string} root the checkout
 * @returns {Map<string, string[]>} every file of the application, with `/`, and those of them that it imports, all sorted
 */
export function readImports(root) {
  const paths = TREES.flatMap((tree) =>
    filesUnder(join(root, tree)).map((path) => posix.join(tree, ...path.split(/[\\/]/))),
  );
  const known = new Set(paths);
  /** @param {string} path */
  const importsOf = (path) => {
    if (!/\.(ts|svelte)$/.test(path)) return [];
    const specifiers = specifiersIn(readFileSync(join(root, path), 'utf8'), path).filter((name) =>
      name.startsWith('.'),
    );
    const targets = specifiers.map((name) => posix.join(posix.dirname(path), name.replace(/\?.*$/, '')));
    return targets.filter((target) => known.has(target)).sort();
  };
  return new Map(paths.map((path) => [path, importsOf(path)]));
}
