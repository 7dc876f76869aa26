import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AesopError } from '../../contract/errors.ts';
import { startServer } from '../../server/index.ts';
import type { Flag } from '../flags/flag.ts';
import type { Host } from '../host.ts';
import { switchFlag, textFlag, type Verb } from '../verb.ts';
import { VERSION } from '../version.ts';
import { forgetPage, openPage } from './open-page.ts';

const GROUP = 'This server';
/** Built pages, seen from the built program in dist/electron/. */
const PAGES = fileURLToPath(new URL('../renderer', import.meta.url));

const port: Flag<number> = {
  name: 'port',
  kind: 'value',
  placeholder: 'n',
  help: 'Where to listen; 0 takes any free port. (0 to 65535; default 0)',
  group: GROUP,
  parse(raw) {
    const value = raw.trim() === '' ? NaN : Number(raw);
    if (!Number.isInteger(value))
      throw new AesopError('setting-kind', { name: 'port', value: raw, kind: 'a whole number', range: '0 to 65535' });
    if (value < 0 || value > 65535)
      throw new AesopError('setting-range', { name: 'port', value: raw, range: '0 to 65535' });
    return value;
  },
};
const allowRemote = switchFlag(
  'allow-remote',
  'Lets other machines in: whoever has the address with its token has the whole studio, unencrypted.',
  GROUP,
);
const openFlag = switchFlag('open', 'Opens the page in the default browser, where there is one.', GROUP);

/** A program reads the address alone. */
function tellAddress({ options, terminal }: Host, sentence: string, url: string): void {
  if (!options.json) terminal.line(options.quiet ? url : `${sentence} ${url}`);
}

/** The same studio for a browser, until Ctrl-C. */
export const serve: Verb = {
  name: 'serve',
  arguments: [],
  summary: 'Open the studio for a browser on this machine, until Ctrl-C.',
  flags: [
    port,
    textFlag('host', 'address', 'Address to listen on (default 127.0.0.1, this machine only).', GROUP),
    allowRemote,
    openFlag,
  ],
  examples: ['aesop serve', 'aesop serve --port 8080'],
  async run(host, _args, options) {
    const studio = await host.studio(true);
    const temporary = await host.temporaryFolder('serve');
    try {
      const server = await startServer({
        studio,
        pages: PAGES,
        temporary,
        version: VERSION,
        port: options.port as number | undefined,
        // An empty one would be every address of the machine.
        host: (options.host as string | undefined) || undefined,
        allowRemote: options.allowRemote === true,
        onVisit(next) {
          void forgetPage(temporary).catch(() => {});
          host.json({ type: 'address', url: next });
          tellAddress(host, 'For another browser:', next);
        },
      });
      const { url, port } = server;
      const ended = new Promise<void>((resolve) => host.interruptions.on(resolve));
      host.serving = true;
      host.json({ type: 'serving', url, port });
      tellAddress(host, 'The studio is open at', url);
      host.say('Ctrl-C ends it; trainings under way write a checkpoint first.');
      if (options.open === true) await openPage(url, temporary);
      await ended;
      host.serving = false;
      await server.close();
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  },
};
