import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const MESSAGES = join(import.meta.dirname, '..', '..', 'electron', 'messages');

/** Languages that somebody translates into: each has a folder beside English. */
export const translated = readdirSync(MESSAGES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map(({ name }) => name);

function collect(value: unknown, path: string, found: Map<string, string>): void {
  if (typeof value === 'string') found.set(path, value);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) collect(part, `${path}.${name}`, found);
}

/** Files that hold a language's texts; an index gathers what stands in the others. */
const filesOf = (language: string) =>
  readdirSync(join(MESSAGES, language), { recursive: true })
    .map(String)
    .filter((file) => /\.m?[jt]s$/.test(file) && !/(^|[\\/])(index|shared|terms)\.ts$/.test(file))
    .sort();

/** Every text of a language by file, export and name; message and hint of an error are `.0` and `.1`. */
export async function everyText(language: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const file of filesOf(language)) {
    const exported = (await import(join(MESSAGES, language, file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) collect(value, `${file} ${name}`, found);
  }
  return found;
}

/** What a text asks for, by name, each once. */
export const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?::[^{}]*)?\}/g)].map(([, name]) => name))].sort();
