import { randomBytes } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { versionOf } from '../../contract/file-formats.ts';
import { exists, syncFolder } from '../files/atomic.ts';
import { MARK } from '../files/confinement.ts';
import { readJson, writeJson } from '../files/json.ts';
import { hasEnded, PROCESS_MARK, processMark } from '../processes/processes.ts';
import { KIND_FOLDERS } from './workspace-mark.ts';

const NAME = new RegExp(`^\\.aesop-copy-(${PROCESS_MARK.source})-[0-9a-f]{12}$`);
/** In a workspace that is being copied: where to. A copy that was cut short lies at a place that nothing else tells of. */
const NOTE = '.aesop-move.json';
const noteSchema = z.strictObject({ version: z.literal(versionOf('move')), to: z.string() });

/** A new hidden name in `target`, under which a workspace is copied there. */
export async function newCopy(target: string): Promise<string> {
  return join(target, `.aesop-copy-${await processMark()}-${randomBytes(6).toString('hex')}`);
}

/**
 * Moves a whole copy into the folder round it: the folders of things first, by whose absence the copy is known to have
 * begun to move, and its mark last, without which that is no workspace yet.
 */
export async function moveIn(copy: string, target: string): Promise<void> {
  const names = await readdir(copy);
  const between = names.filter((name) => name !== MARK && !KIND_FOLDERS.includes(name));
  for (const name of [...KIND_FOLDERS, ...between, MARK])
    if (names.includes(name)) await rename(join(copy, name), join(target, name));
  await rm(copy, { recursive: true, force: true });
  await syncFolder(target);
}

/** Copies in `target` whose process was killed. */
async function leftIn(target: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(target).catch(() => [])) {
    const mark = NAME.exec(name)?.[1];
    if (mark !== undefined && (await hasEnded(mark))) found.push(join(target, name));
  }
  return found;
}

/** Whether the copy is whole and a part of it has moved in already. */
async function hasBegun(copy: string): Promise<boolean> {
  const names: string[] = await readdir(copy).catch(() => []);
  return names.includes(MARK) && !KIND_FOLDERS.every((name) => names.includes(name));
}

async function removeCopy(copy: string): Promise<void> {
  await rm(copy, { recursive: true, force: true }).catch(() => {});
}

/**
 * Finishes in `target` what a move that was killed had begun there: a whole copy of which a part has moved in moves in
 * altogether, any other is removed. Copies that living processes make stay, and so does one whose way somebody blocked.
 */
export async function finishCopies(target: string): Promise<void> {
  for (const copy of await leftIn(target)) {
    if (!(await hasBegun(copy))) await removeCopy(copy);
    else {
      const taken = (await readdir(copy)).map((name) => exists(join(target, name)));
      if (!(await Promise.all(taken)).includes(true)) await moveIn(copy, target);
    }
  }
}

/** Notes in the workspace where it is being copied to; where it may not be written it does without. */
export async function noteTarget(workspace: string, to: string): Promise<void> {
  await writeJson(join(workspace, NOTE), { version: versionOf('move'), to }).catch(() => {});
}

export async function forgetTarget(workspace: string): Promise<void> {
  await rm(join(workspace, NOTE), { force: true }).catch(() => {});
}

/**
 * Removes what a killed move of this workspace left at its target, and in the workspace itself. What had begun to move in
 * there stays: it is finished when somebody opens that place.
 */
export async function sweepCopies(workspace: string): Promise<void> {
  const note = await readJson(join(workspace, NOTE), 'move', noteSchema).catch(() => undefined);
  if (!note) return;
  for (const copy of await leftIn(note.to)) if (!(await hasBegun(copy))) await removeCopy(copy);
  await forgetTarget(workspace);
}
