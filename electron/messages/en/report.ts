import { errors } from './errors/index.ts';
import { common } from './page/common.ts';
import { term, termHelp } from './page/glossary.ts';
import { lesson } from './page/lesson.ts';
import { workshop } from './page/workshop.ts';
import { shared } from './shared.ts';

/** The report of a run: what only it says. */
const report = {
  title: '{name} · training report',
  kind: 'Training report',
  learnt: 'Learnt from',
  learntText: '“{name}”, {size}',
  base: 'Learnt on from',
  baseText: '“{name}”, which had learnt from {texts}',
  baseMore: '“{name}”, which had learnt from {texts} and from others that are not known',
  baseUnknown: '“{name}”; what that had learnt from is not known',
  textName: '“{name}”',
  when: 'When',
  took: 'How long',
  tookText: '{time} for {steps} {steps:step|steps}',
  network: 'Network',
  networkText: '{shape}, {parameters} {parameters:weight|weights} over {symbols} {symbols:symbol|symbols}',
  ofStep: 'This model is of step {step}; its run went on to step {last}.',

  figures: 'What it can do',
  figuresHelp: 'Measured with the finished model, from beginning to end.',
  sampledHelp: 'Measured with the finished model {places}.',
  learntFigures: 'On what it learnt from',
  keptFigures: 'On what was kept aside',

  curvesHelp: 'Each point is a report: a mean over the steps since the one before.',
  lossChart: 'Loss and perplexity by step',
  accuracyChart: 'Accuracy by step',
  step: 'Step',
  story: 'a story, told below',
  model: 'this model',
  goes: 'Training goes from {first} at step {from} to {last} at step {to}.',
  goesKept: 'Validation goes from {first} at step {from} to {last} at step {to}.',
  lowest: 'Its lowest is {value}, at step {step}.',
  highest: 'Its highest is {value}, at step {step}.',
  inFigures: 'The curves in figures',
  keptAside: 'Validation: {measure}',

  predictionsHelp:
    'Places of the text at step {step}: what came before, what the model says next, and what the text says.',
  pinsHelp:
    'Contexts that were followed while it learnt: the chance of the right symbol at the first report and at the last.',

  storiesHelp: 'What the model told while it learnt, from the first to the last.',
  someStories: '{shown} of {count} are shown, evenly spread.',
  atStep: 'Step {step}',

  setting: 'Setting',
  value: 'Value',
  why: 'Why',
  settingsHelp: 'Every setting of this run. In bold what is not the usual value, which stands below it.',
  usual: 'usually {value}',

  made: 'Made by Aesop {version} on {date}. One page without a script: it fetches nothing and sends nothing.',
} as const;

export const reportTables = { texts: { ...shared, common, lesson, report, term, termHelp, workshop }, errors };

export type ReportTables = typeof reportTables;
