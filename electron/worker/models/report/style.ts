import base from '../../../../renderer/styles/base.css?raw';
import own from '../../../../renderer/styles/report.css?raw';
import faces from '../../../../renderer/styles/system-faces.css?raw';
import tokens from '../../../../renderer/styles/tokens.css?raw';
import { sizes } from './chart.ts';

/** The rules of the dark theme, which the window chooses by an attribute. */
const DARK = /\[data-theme='dark'\] \{([^}]*)\}/;
const COMMENTS = /(?<!\s)\s*\/\*[^]*?\*\//g;

const within = (from: number, below: number) => `(min-width: ${from}px) and (max-width: ${below - 0.02}px)`;

/** Shows of each figure the widest drawing that it has room for; where a browser cannot measure that, the first. */
const fitting = (): string =>
  sizes
    .slice(1)
    .map(({ width }, at) => {
      const from = at + 2 === sizes.length ? 0 : width;
      const only = `figure > svg:first-of-type { display: none } figure > svg.of-${width} { display: block }`;
      return `@container ${within(from, sizes[at].width)} { ${only} }`;
    })
    .join('\n');

/** How a report looks: the window's own colours and type. No script chooses its theme, the system does; paper is light. */
export const style = (): string =>
  [tokens, base, faces, own, fitting()]
    .join('')
    .replace(DARK, (_, rules: string) => `@media screen and (prefers-color-scheme: dark) { :root {${rules}} }`)
    .replace(COMMENTS, '');
