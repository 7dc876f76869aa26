import base from '../../../../renderer/styles/base.css?raw';
import own from '../../../../renderer/styles/report.css?raw';
import faces from '../../../../renderer/styles/system-faces.css?raw';
import tokens from '../../../../renderer/styles/tokens.css?raw';

/** The rules of the dark theme, which the window chooses by an attribute. */
const DARK = /\[data-theme='dark'\] \{([^}]*)\}/;
const COMMENTS = /\s*\/\*[^]*?\*\//g;

/** How a report looks: the window's own colours and type. No script chooses its theme, the system does; paper is light. */
export const style = (): string =>
  [tokens, base, faces, own]
    .join('')
    .replace(DARK, (_, rules: string) => `@media screen and (prefers-color-scheme: dark) { :root {${rules}} }`)
    .replace(COMMENTS, '');
