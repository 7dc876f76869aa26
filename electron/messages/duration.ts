/** What a length of time is said with. */
type Says = (
  key: 'common.secondsShort' | 'common.minutesShort' | 'common.hoursShort' | 'common.daysShort',
  values: { days: number; hours: number; minutes: number; seconds: number },
) => string;

/** 7 s, 4 min 50 s, 2 h 5 min, 3 d 4 h. */
export function durationText(says: Says, time: number): string {
  const seconds = Math.max(0, Math.round(time));
  const [days, hours, minutes] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600), Math.floor(seconds / 60)];
  if (days > 0) return says('common.daysShort', { days, hours: hours % 24, minutes, seconds });
  if (hours > 0) return says('common.hoursShort', { days, hours, minutes: minutes % 60, seconds });
  if (minutes > 0) return says('common.minutesShort', { days, hours, minutes, seconds: seconds % 60 });
  return says('common.secondsShort', { days, hours, minutes, seconds });
}
