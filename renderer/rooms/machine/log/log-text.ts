import type { LogLine } from '../../../../electron/contract/machine.ts';

/** Local wall-clock time with milliseconds; what is no date stays as it is. */
function clock(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  const two = (value: number, digits = 2) => String(value).padStart(digits, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${two(date.getMilliseconds(), 3)}`;
}

/** Log lines in columns, as they are shown and copied; what is more than information says so. */
export function logText(lines: readonly LogLine[]): string {
  const width = Math.max(0, ...lines.map(({ source }) => source.length)) + 2;
  return lines
    .map(({ time, level, source, text }) => {
      const word = level === 'info' ? '' : `${level}: `;
      return `${clock(time)}  ${source.padEnd(width)}${word}${text}`;
    })
    .join('\n');
}
