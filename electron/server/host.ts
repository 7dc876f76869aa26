import { AesopError } from '../contract/errors.ts';
import type { HostVerbs } from '../studio/answer.ts';
import type { Studio } from '../studio/index.ts';

function onDesktop(): never {
  throw new AesopError('only-on-desktop');
}

/** A browser page chooses, saves and downloads by itself; what needs the desktop is refused with a word why. */
export function browserHost(version: string, { files }: Pick<Studio, 'files'>): HostVerbs {
  return {
    'host.describe': () => ({
      kind: 'browser',
      version,
      platform: process.platform,
      locale: Intl.DateTimeFormat().resolvedOptions().locale,
    }),
    'host.chooseTexts': () => ({ files: [] }),
    'host.chooseModel': () => ({ files: [] }),
    'host.chooseTarget': () => ({ file: null }),
    'host.release': ({ file }) => {
      files.release(file);
      return {};
    },
    'host.chooseWheels': onDesktop,
    'host.choosePlace': onDesktop,
    'host.moveWorkspace': onDesktop,
    'host.reveal': onDesktop,
  };
}
