import { app, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { HostEventName, HostEventPayload } from '../contract/host.ts';
import { EVENTS, type EventName } from '../contract/studio.ts';
import { IPC_CHANNELS } from '../contract/ipc-channels.ts';
import { createAnswerer } from '../studio/answer.ts';
import { createStudio, grantFile, type Studio } from '../studio/index.ts';
import { registerAppScheme, serveAppScheme } from './app-scheme.ts';
import { endWith, noteFailures, reviveWindow } from './failures.ts';
import { places } from './places.ts';
import { desktopHost } from './host-verbs.ts';
import { setupIpc } from './ipc.ts';
import { launchUtility } from './launch-worker.ts';
import { Memory } from './memory.ts';
import { setLanguage } from './spoken.ts';
import { setupMenu } from './menu.ts';
import { collectOpenedFiles } from './opened-files.ts';
import { setupPresence } from './presence.ts';
import { LastWords } from './last-words.ts';
import { setupQuit } from './quit.ts';
import { denyPermissions, setupSecurity } from './security.ts';
import { followAppearance, openWindow } from './window.ts';
import { chosenWorkspace } from './workspace-place.ts';

// Before the app is ready, and before anything is awaited.
app.enableSandbox();
registerAppScheme();
setupSecurity();
// Windows shows notifications only of an app that has said who it is.
if (process.platform === 'win32') app.setAppUserModelId('org.aesop.studio');
const openedFiles = collectOpenedFiles();

let running: { readonly studio: Studio; readonly words: LastWords } | undefined;

if (app.requestSingleInstanceLock()) start().catch((thrown: unknown) => endWith(thrown, running));
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  const { pages, preload, worker, resources, workspace, remembered } = places();
  denyPermissions();
  serveAppScheme(pages);

  const memory = await Memory.open(remembered);
  const folder = await chosenWorkspace(memory, workspace);
  if (folder === undefined) return app.exit(0);
  let onOpen = () => {};
  const opened = new Promise<void>((resolve) => (onOpen = resolve));
  const opening = createStudio({
    workspace: folder,
    resources,
    version: app.getVersion(),
    resident: true,
    launchWorker: launchUtility(worker, { CUDA_CACHE_PATH: join(app.getPath('userData'), 'cuda-cache') }),
    onOpen,
  });
  const open: { window?: BrowserWindow } = {};
  const current = () => (open.window?.isDestroyed() ? undefined : open.window);
  const send = (event: EventName | HostEventName, payload: unknown) =>
    current()?.webContents.send(IPC_CHANNELS.event, { event, payload });
  const command = (name: HostEventPayload<'host.command'>['command']) => send('host.command', { command: name });

  const words = new LastWords(current);
  // The page is loaded while the studio reads what the workspace holds; it waits for its first answer.
  const answering = opening.then((studio) =>
    createAnswerer(studio, desktopHost({ studio, memory, words, folders: studio.folders, window: current })),
  );
  setupIpc(
    (name, input) =>
      words.answer(
        name,
        answering.then((answer) => answer(name, input)),
      ),
    async (path) => grantFile(await opening, path),
  );
  answering.catch(() => {});
  const last = memory.get('settings', { appearance: 'system', language: 'system' });
  setLanguage(last.language);
  setupMenu(command, folder);
  followAppearance(last);
  const window = openWindow(memory, preload, Promise.race([opened, opening]));
  followAppearance(last, window);
  open.window = window;
  reviveWindow(window);
  app.on('second-instance', () => {
    if (current()?.isMinimized()) current()?.restore();
    current()?.focus();
  });
  window.webContents.once('did-finish-load', () =>
    openedFiles.deliverTo((paths) => {
      void Promise.allSettled(paths.map(async (path) => grantFile(await opening, path))).then((granted) =>
        send('host.opened', { files: granted.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])) }),
      );
    }),
  );

  const studio = await opening;
  running = { studio, words };
  noteFailures(studio);
  const settings = studio.settings();
  let notifications = settings.notifications;
  for (const event of Object.keys(EVENTS) as EventName[]) studio.on(event, (payload) => send(event, payload));

  const dress = (next: typeof settings) => {
    notifications = next.notifications;
    followAppearance(next, current());
    void memory.set('settings', { appearance: next.appearance, language: next.language });
    setLanguage(next.language);
    setupMenu(command, studio.folders.workspace);
  };
  dress(settings);
  studio.on('settings.changed', (changed) => dress(changed.settings));
  setupPresence(studio, current, () => notifications);
  setupQuit(studio, words, current);
}
