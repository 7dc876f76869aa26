import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { HostEventPayload } from '../contract/host.ts';
import { desktopText, roleText, type MenuRole } from './spoken.ts';

type Command = HostEventPayload<'host.command'>['command'];
type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

/** Items of the system's own by their roles; `-` separates. Electron itself would name them in English. */
function roles(...names: (MenuRole | '-')[]): Item[] {
  return names.map((role) => (role === '-' ? SEPARATOR : { role, label: roleText(role) }));
}

function editItems(mac: boolean): Item[] {
  const common = roles('undo', 'redo', '-', 'cut', 'copy', 'paste');
  if (!mac) return [...common, ...roles('delete', '-', 'selectAll')];
  const replaced = roles('toggleSmartQuotes', 'toggleSmartDashes', 'toggleTextReplacement');
  return [
    ...common,
    ...roles('pasteAndMatchStyle', 'delete', 'selectAll', '-'),
    { label: desktopText('substitutions'), submenu: [...roles('showSubstitutions', '-'), ...replaced] },
    { label: desktopText('speech'), submenu: roles('startSpeaking', 'stopSpeaking') },
  ];
}

const ofTheApp = (): Item => ({
  role: 'appMenu',
  submenu: roles('about', '-', 'services', '-', 'hide', 'hideOthers', 'unhide', '-', 'quit'),
});

/** Builds the application menu; its items send the page the same commands that its own buttons have. */
export function setupMenu(send: (command: Command) => void, workspace: string): void {
  const item = (command: Command, accelerator?: string): Item => ({
    label: desktopText(command),
    accelerator,
    click: () => send(command),
  });
  const mac = process.platform === 'darwin';
  const rooms = (['library', 'workshop', 'shelf', 'story', 'machine'] as const).map((room, index) =>
    item(room, `CmdOrCtrl+${index + 1}`),
  );
  const template: Item[] = [
    ...(mac ? [ofTheApp()] : []),
    {
      label: desktopText('file'),
      submenu: [item('import', 'CmdOrCtrl+O'), ...roles('-', mac ? 'close' : 'quit')],
    },
    { role: 'editMenu', label: desktopText('edit'), submenu: editItems(mac) },
    {
      label: desktopText('run'),
      submenu: [item('train', 'CmdOrCtrl+Return'), item('stop', 'CmdOrCtrl+.'), item('tell')],
    },
    { label: desktopText('go'), submenu: [item('find', 'CmdOrCtrl+K'), SEPARATOR, ...rooms] },
    {
      label: desktopText('view'),
      submenu: [
        ...roles('resetZoom', 'zoomIn', 'zoomOut', '-', 'togglefullscreen'),
        ...(app.isPackaged ? [] : roles('toggleDevTools')),
      ],
    },
    {
      role: 'windowMenu',
      label: desktopText('window'),
      submenu: mac ? roles('minimize', 'zoom', '-', 'front') : roles('minimize', 'zoom', 'close'),
    },
    {
      role: 'help',
      label: desktopText('help'),
      submenu: [{ label: desktopText('workspace'), click: () => void shell.openPath(workspace) }],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
