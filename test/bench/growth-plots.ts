/** Times over what grows, on each engine, milliseconds. */
export interface Panel {
  readonly title: string;
  readonly values: readonly number[];
  readonly curves: readonly { engine: string; measured: readonly number[]; estimated: readonly number[] }[];
}

const [WIDTH, HEIGHT, MARGIN] = [196, 170, 42];
const COLOURS: Readonly<Record<string, string>> = { tensorflow: '#c2762d', portable: '#2f6fb5' };
const INK = '#808080';

const text = (x: number, y: number, said: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${INK}" ${more}>${said}</text>`;

/** A place between the ends of a range, both by their logarithms. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) => from + ((Math.log(value) - least) / Math.max(1e-9, most - least)) * (to - from);
}

function panelOf({ title, values, curves }: Panel, left: number, times: readonly number[]): string {
  const x = scale(values, left + MARGIN, left + WIDTH - 12);
  const y = scale(times, HEIGHT - MARGIN, 24);
  const line = (points: readonly number[], colour: string, more: string): string => {
    const path = points.map((time, k) => `${x(values[k]).toFixed(1)},${y(time).toFixed(1)}`).join(' ');
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5" ${more}/>`;
  };
  const drawn = curves.flatMap(({ engine, measured, estimated }) => [
    line(measured, COLOURS[engine], ''),
    line(estimated, COLOURS[engine], 'stroke-dasharray="3 3" opacity="0.7"'),
  ]);
  const marks = values.map((value) =>
    text(x(value), HEIGHT - MARGIN + 14, value.toLocaleString('en-US'), 'text-anchor="middle" font-size="9"'),
  );
  const tens = [1, 10, 100, 1000, 10_000].filter((time) => time >= Math.min(...times) && time <= Math.max(...times));
  const grid = tens.map(
    (time) =>
      `<line x1="${left + MARGIN}" x2="${left + WIDTH - 12}" y1="${y(time)}" y2="${y(time)}" stroke="${INK}" opacity="0.25"/>` +
      text(left + MARGIN - 4, y(time) + 3, `${time} ms`, 'text-anchor="end" font-size="9"'),
  );
  return [text(left + MARGIN, 14, title, 'font-weight="600"'), ...grid, ...drawn, ...marks].join('\n');
}

/** Panels side by side, both axes logarithmic; measured lines are whole, estimated ones dashed. */
export function growthPlots(panels: readonly Panel[]): string {
  const times = panels.flatMap(({ curves }) =>
    curves.flatMap(({ measured, estimated }) => [...measured, ...estimated]),
  );
  const drawn = panels.map((panel, k) => panelOf(panel, k * WIDTH, times));
  const legend = Object.entries(COLOURS).map(([engine, colour], k) =>
    text(MARGIN + k * 90, HEIGHT - 4, engine, `font-size="10" style="fill:${colour}"`),
  );
  const size = `width="${panels.length * WIDTH}" height="${HEIGHT}" viewBox="0 0 ${panels.length * WIDTH} ${HEIGHT}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="system-ui, sans-serif" font-size="11">`,
    ...drawn,
    ...legend,
    '</svg>\n',
  ].join('\n');
}
