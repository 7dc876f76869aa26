import { app, dialog } from 'electron';
import { existsSync } from 'node:fs';
import { AesopError } from '../contract/errors.ts';
import type { HostRequestOutput } from '../contract/host.ts';
import type { HostVerbs } from '../studio/answer.ts';
import { isWorkspace, type Studio } from '../studio/index.ts';
import type { LastWords } from './last-words.ts';
import type { Memory } from './memory.ts';
import { desktopText } from './spoken.ts';

/**
 * Where the workspace lies: at AESOP_HOME, else where it was moved to, else at its usual place. Where the one it was
 * moved to is gone, as with a drive that is not plugged in, the person decides: another begun in the drive's place would
 * look as if everything were lost.
 * @returns nothing where the app is to end
 */
export async function chosenWorkspace(memory: Memory, usual: string): Promise<string | undefined> {
  if (process.env.AESOP_HOME) return process.env.AESOP_HOME;
  const { folder } = memory.get('workspace', { folder: usual });
  if (folder === usual || (existsSync(folder) && (await isWorkspace(folder)))) return folder;
  const choice = dialog.showMessageBoxSync({
    type: 'warning',
    message: desktopText('workspaceGone', { name: folder }),
    detail: desktopText('workspaceGoneDetail', { name: usual }),
    buttons: [desktopText('quit'), desktopText('useUsual')],
    defaultId: 0,
    cancelId: 0,
  });
  return choice === 1 ? usual : undefined;
}

interface Moving {
  readonly studio: Studio;
  readonly memory: Memory;
  readonly workspace: string;
  /** of the page: they belong where it was written */
  readonly words: Pick<LastWords, 'heard'>;
  /** asks for a folder; nothing where the person thought better of it */
  choose(): Promise<string | undefined>;
}

/** The verbs that open the workspace at another place. */
export function movingVerbs({
  studio,
  memory,
  words,
  workspace,
  choose,
}: Moving): Pick<HostVerbs, 'host.choosePlace' | 'host.moveWorkspace'> {
  /** The next start finds it there: this one ends. */
  const reopen = async (folder: string) => {
    await memory.set('workspace', { folder });
    await words.heard();
    await studio.close().catch(() => {});
    app.relaunch();
    app.exit(0);
  };
  return {
    async 'host.choosePlace'(): Promise<HostRequestOutput<'host.choosePlace'>> {
      if (process.env.AESOP_HOME) throw new AesopError('workspace-set', { path: workspace });
      await studio.move.requireIdle();
      const path = await choose();
      if (path === undefined) return { place: null };
      const found = await studio.move.look(path);
      return { place: { ...found, path, place: studio.files.grantTarget(path) } };
    },
    async 'host.moveWorkspace'({ place, copy }) {
      const folder = studio.files.target(place);
      // while it is copied, nothing can be kept
      await words.heard();
      await studio.move.requireIdle();
      if (!copy) {
        await studio.move.begin(folder);
        // The answer goes out first.
        setImmediate(() => void reopen(folder));
        return {};
      }
      const job = await studio.move.start(folder);
      // Left off or failed, it stays where it is; the page hears of it.
      studio.wait(job).then(
        () => reopen(folder),
        () => undefined,
      );
      return { job };
    },
  };
}
