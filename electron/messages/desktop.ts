import type { Language } from '../contract/languages.ts';
import { desktop as en, type DesktopTables } from './en/desktop.ts';
import { pseudoTables } from './pseudo.ts';
import { Translator } from './translator.ts';
import { desktop as zh } from './zh/desktop.ts';

/** Everything that menus, dialogs and notifications say. */
export const DESKTOP: Readonly<Record<Language, Translator<DesktopTables>>> = {
  en: new Translator<DesktopTables>('en', en),
  zh: new Translator<DesktopTables>('zh', zh),
  'en-XA': new Translator<DesktopTables>('en-XA', pseudoTables(en)),
};
