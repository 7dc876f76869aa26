import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { HostEventPayload } from '../contract/host.ts';
import { desktopText } from './spoken.ts';

type Command = HostEventPayload<'host.command'>['command'];

/** Builds the application menu; its items send the page the same commands that its own buttons have. */
export function setupMenu(send: (command: Command) => void, workspace: string): void {
  const item = (command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label: desktopText(command),
    accelerator,
    click: () => send(command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac = process.platform === 'darwin';
  const rooms = (['library', 'workshop', 'shelf', 'story', 'machine'] as const).map((room, index) =>
    item(room, `CmdOrCtrl+${index + 1}`),
  );
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as MenuItemConstructorOptions] : []),
    {
      label: desktopText('file'),
      submenu: [item('import', 'CmdOrCtrl+O'), separator, { role: mac ? 'close' : 'quit' }],
    },
    { role: 'editMenu', label: desktopText('edit') },
    {
      label: desktopText('run'),
      submenu: [item('train', 'CmdOrCtrl+Return'), item('stop', 'CmdOrCtrl+.'), item('tell')],
    },
    { label: desktopText('go'), submenu: [item('find', 'CmdOrCtrl+K'), separator, ...rooms] },
    {
      label: desktopText('view'),
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as MenuItemConstructorOptions]),
      ],
    },
    { role: 'windowMenu', label: desktopText('window') },
    {
      role: 'help',
      label: desktopText('help'),
      submenu: [{ label: desktopText('workspace'), click: () => void shell.openPath(workspace) }],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
