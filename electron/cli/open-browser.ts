import { spawn } from 'node:child_process';

/** The program that opens an address in the person's browser; none where there is no screen to open it on. */
export function browserCommand(platform: string, environment: NodeJS.ProcessEnv): readonly string[] | undefined {
  if (platform === 'darwin') return ['open'];
  // The empty word is the title that `start` takes first.
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/** Opens an address in the browser where one can be opened; the address is also printed, so that failing is no harm. */
export function openBrowser(url: string): void {
  const command = browserCommand(process.platform, process.env);
  if (command === undefined) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
