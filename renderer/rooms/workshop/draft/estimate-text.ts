import { t } from '../../../state/language.svelte.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An estimate in one unit, no more exact than it is: about 20 s, about 4 min, about 3 h. */
export function roughly(seconds: number): string {
  if (seconds < 10) return t('workshop.aboutSeconds', { count: Math.max(1, Math.round(seconds)) });
  if (seconds < 1.5 * MINUTE) return t('workshop.aboutSeconds', { count: Math.round(seconds / 5) * 5 });
  if (seconds < 1.5 * HOUR) return t('workshop.aboutMinutes', { count: Math.round(seconds / MINUTE) });
  if (seconds < 2 * DAY) return t('workshop.aboutHours', { count: Math.round(seconds / HOUR) });
  return t('workshop.aboutDays', { count: Math.round(seconds / DAY) });
}
