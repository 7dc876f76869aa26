import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as z from 'zod';
import { AesopError, toPlainError } from '../contract/errors.ts';
import type { GrantedFile } from '../contract/host.ts';
import { IPC_CHANNELS } from '../contract/ipc-channels.ts';
import type { WireResult } from '../contract/wire.ts';
import type { Answerer } from '../studio/answer.ts';
import { isOwnAddress } from './origin.ts';

const pathSchema = z.string().min(1).max(32_768);

/** True for the top frame of a page of ours; a frame inside it, or a page that went elsewhere, is a stranger. */
export function isOwnSender({ senderFrame, sender }: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url);
}

/**
 * The one place that listens to pages. A request carries a name and an input, which the answerer parses; a grant carries
 * the path that the preload read from a dropped file, never one that a page made up.
 */
export function setupIpc(answer: Answerer, grant: (path: string) => Promise<GrantedFile>): void {
  const handle = (channel: string, act: (...values: unknown[]) => Promise<WireResult | string>) =>
    ipcMain.handle(channel, async (event, ...values: unknown[]) => {
      if (!isOwnSender(event)) throw new Error('This sender is not of Aesop.');
      return act(...values);
    });
  handle(IPC_CHANNELS.request, async (name, input) => JSON.stringify(await answer(String(name), input)));
  handle(IPC_CHANNELS.grant, async (path) => {
    try {
      const parsed = pathSchema.safeParse(path);
      if (!parsed.success) throw new AesopError('file-not-granted');
      return { ok: true, output: await grant(parsed.data) };
    } catch (error) {
      return { ok: false, error: toPlainError(error) };
    }
  });
}
