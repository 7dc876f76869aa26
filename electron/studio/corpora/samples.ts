import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readImportedSamples, writeImportedSamples } from '../../storage/records/imported-samples.ts';
import type { Context } from '../context.ts';
import { importText } from './import-text.ts';

const SMALL_WORDS = new Set(['a', 'an', 'and', 'at', 'in', 'of', 'on', 'or', 'the', 'to']);

/** `belling_the_cat.txt` → `Belling the Cat`. */
function sampleName(file: string): string {
  const words = file.replace(/\.txt$/, '').split(/[_-]+/);
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  return words.map((word, index) => (index > 0 && SMALL_WORDS.has(word) ? word : capital(word))).join(' ');
}

async function bySize(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.txt'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return names
    .map((name, index) => ({ name, size: sizes[index] }))
    .sort((a, b) => a.size - b.size)
    .map(({ name }) => name);
}

/**
 * Brings the shipped texts into a workspace that has not had them yet, the shortest first. Each comes once: one that was
 * deleted stays away.
 */
export async function importSamples(context: Context): Promise<void> {
  const { workspace, resources, jobs } = context;
  const folder = join(resources, 'corpora');
  for (const file of await bySize(folder)) {
    const imported = await readImportedSamples(workspace.root);
    if (imported.includes(file)) continue;
    const text = { path: join(folder, file), name: sampleName(file), origin: 'sample', encoding: 'utf-8' } as const;
    // what the article does, and the README shows, is of these texts as they are
    const asItIs = { ...text, prepare: { proposed: false } };
    await jobs.wait(jobs.start('import', text.name, (control) => importText(context, asItIs, control)));
    await writeImportedSamples(workspace.root, [...imported, file]);
  }
}
