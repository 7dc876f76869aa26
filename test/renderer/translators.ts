import { loadPage } from '../../electron/messages/page.ts';

export const en = await loadPage('en');
export const zh = await loadPage('zh');
