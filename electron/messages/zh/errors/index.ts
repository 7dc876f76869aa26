import { requests } from './requests.ts';
import { workspace } from './workspace.ts';
import { files } from './files.ts';
import { texts } from './texts.ts';
import { settings } from './settings.ts';
import { runs } from './runs.ts';
import { warnings } from './warnings.ts';
import { models } from './models.ts';
import { terminal } from './terminal.ts';

/** The catalogue of errors: code → what happened, with the value and the limit → what to do next. */
export const errors = {
  ...requests,
  ...workspace,
  ...files,
  ...texts,
  ...settings,
  ...runs,
  ...warnings,
  ...models,
  ...terminal,
};
