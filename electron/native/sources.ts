import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where wheels come from. */
export interface Sources {
  /** a folder that holds them */
  readonly folder?: string;
  /** whether nothing but the folder is asked */
  readonly offline?: boolean;
  /** a package index, PEP 503 or 691 */
  readonly index?: string;
}

/** The index that a build of the app was given: whoever builds it names one. */
const BUILT_IN = process.env.AESOP_BUILT_WITH_INDEX;

/** Where pip keeps its configuration, the most particular first. */
function pipFiles(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string[] {
  if (env.PIP_CONFIG_FILE) return [env.PIP_CONFIG_FILE];
  if (platform === 'win32')
    return [env.APPDATA, env.PROGRAMDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'pip', 'pip.ini'));
  const own = [join(env.XDG_CONFIG_HOME || join(home, '.config'), 'pip'), join(home, '.pip')];
  const mac = platform === 'darwin' ? [join(home, 'Library', 'Application Support', 'pip')] : [];
  return [...mac, ...own, '/etc/xdg/pip', '/etc'].map((folder) => join(folder, 'pip.conf'));
}

/** `index-url` of pip's configuration. */
function pipsIndex(files: readonly string[]): string | undefined {
  for (const file of files) {
    try {
      const [, url] = /^[ \t]*index[-_]url[ \t]*[=:][ \t]*(\S+)[ \t\r]*$/m.exec(readFileSync(file, 'utf8')) ?? [];
      if (url) return url;
    } catch {
      continue;
    }
  }
  return undefined;
}

/**
 * Where wheels are looked for on this machine: `AESOP_WHEELS` names a folder, `AESOP_WHEEL_INDEX` a mirror, and what pip is
 * told (`PIP_INDEX_URL`, its configuration) holds here too.
 */
export function findSources(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): Sources {
  const index = env.AESOP_WHEEL_INDEX || env.PIP_INDEX_URL || pipsIndex(pipFiles(env, platform, home)) || BUILT_IN;
  return { ...(env.AESOP_WHEELS ? { folder: env.AESOP_WHEELS } : {}), ...(index ? { index } : {}) };
}
