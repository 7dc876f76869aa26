import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { message } from '../contract/message.ts';
import { enginesFolder, notesFolder, readNote, writeNote } from './installation.mjs';
import { engineTurn } from './engine-turn.ts';
import { SYSTEMS } from './systems.ts';

const noteSchema = z.object({ installation: z.string(), folder: z.string().optional() });
const ENGINE = new RegExp(`^(${SYSTEMS.join('|')})-`);

/** The engines that installations use; the note of one that is gone goes too. */
async function enginesInUse(): Promise<Set<string>> {
  const used = new Set<string>();
  for (const name of await readdir(notesFolder()).catch(() => [])) {
    const path = join(notesFolder(), name);
    const note = noteSchema.safeParse(
      await readFile(path, 'utf8')
        .then(JSON.parse)
        .catch(() => undefined),
    );
    // A note that cannot be read may be one of a newer Aesop.
    if (!note.success) continue;
    if (!existsSync(note.data.installation)) await rm(path, { force: true });
    else if (note.data.folder) used.add(note.data.folder);
  }
  return used;
}

/**
 * Removes the engines that no installation of this account uses any more; what a process of Windows still has open goes the
 * next time. To be called once the own note is written, where nobody else brings one.
 */
export async function removeUnusedEngines(): Promise<void> {
  const used = await enginesInUse();
  for (const name of await readdir(enginesFolder()).catch(() => []))
    if (ENGINE.test(name) && !used.has(name))
      await rm(join(enginesFolder(), name), { recursive: true, force: true }).catch(() => {});
}

/** Gives up the engine that was brought for an installation, and removes it where no other uses it. */
export async function dismissEngine(installation: string): Promise<void> {
  const lock = await engineTurn(new AbortController().signal);
  try {
    const { folder: _folder, variant: _variant, ...note } = readNote(installation) ?? {};
    // With a reason, so that no start brings back what a person removed, and set-up does when asked for.
    const [reason, install] = [message('shortfalls.notInstalled'), message('remedies.engineAgain')];
    writeNote(installation, { ...note, engine: 'portable', reason, install, passing: false });
    await removeUnusedEngines();
  } finally {
    await lock.release();
  }
}
