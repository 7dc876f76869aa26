/** 1115394 → `1,115,394`. */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** Share of 1 as `95.2 %`; `–` where it was not measured. */
export function percent(share: number | null | undefined, digits = 1): string {
  return share == null ? '–' : `${(100 * share).toFixed(digits)} %`;
}

/** A measured number with a fixed count of decimals; `–` where it was not measured. */
export function decimal(value: number | null | undefined, digits: number): string {
  if (value == null) return '–';
  return Math.abs(value) >= 1e6 ? value.toExponential(2) : value.toFixed(digits);
}

/** Bytes in the largest unit that keeps the number at 1 or above: `1.4 MB`. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  const scaled = value / 1000 ** step;
  return `${step === 0 ? scaled : scaled.toFixed(scaled < 10 ? 1 : 0)} ${units[step]}`;
}

/** Seconds as a person says them: `0.4 s`, `42 s`, `3 min 5 s`, `2 h 10 min`. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** An ISO date as `2026-11-23 14:46`, in the zone of this machine. */
export function localDate(iso: string): string {
  const date = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
