import { app } from 'electron';
import type { PlainError } from '../contract/errors.ts';
import { matchLanguage } from '../contract/languages.ts';
import type { Settings } from '../contract/machine.ts';
import { DESKTOP } from '../messages/desktop.ts';
import type { DesktopTables } from '../messages/en/desktop.ts';
import type { ArgumentsOf } from '../messages/types.ts';

type Name = keyof DesktopTables['texts']['desktop'];

let chosen: Settings['language'] = 'system';

/** Follows the language of the page. */
export function setLanguage(language: Settings['language']): void {
  chosen = language;
}

const translator = () => DESKTOP[chosen === 'system' ? matchLanguage([app.getLocale()]) : chosen];

/** A text of the native parts, in the language of the page. */
export function desktopText<N extends Name>(
  name: N,
  ...values: ArgumentsOf<DesktopTables['texts'], `desktop.${N}`>
): string {
  return translator().text<`desktop.${N}`>(`desktop.${name}`, ...values);
}

export type MenuRole = keyof DesktopTables['texts']['menuRoles'];

/** What an item of the system's own does. */
export const roleText = (role: MenuRole): string => translator().text(`menuRoles.${role}`);

/** Message and hint of an error, in the language of the page. */
export const desktopError = (error: PlainError) => translator().error(error);
