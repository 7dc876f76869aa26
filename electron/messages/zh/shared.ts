import { reasons, settingAdvice, verdicts } from './advice.ts';
import { choices, units } from './choices.ts';
import { counts } from './counts.ts';
import { documentFound, documents, omitted } from './documents.ts';
import { checks, engine, engineChoice, findings, remedies, shortfalls, tools } from './engine.ts';
import { exportHelp, exportLabel, exportOpens } from './exports.ts';
import { hyperparameterHelp, hyperparameterLabel } from './hyperparameters.ts';
import { networks } from './networks.ts';
import { origin } from './origin.ts';
import { phrases } from './phrases.ts';
import { preparationFinding, preparationHelp, preparationLabel, preparationNote } from './preparation.ts';
import { presetHelp, presetLabel } from './presets.ts';
import { reading } from './reading.ts';
import { sampleTexts } from './sample-texts.ts';
import { settingWords } from './setting-words.ts';
import { shortForm } from './short-form.ts';
import { book, told } from './told.ts';

/** What page, terminal and desktop say alike: texts that code elsewhere names. */
export const shared = {
  book,
  checks,
  choices,
  counts,
  documentFound,
  omitted,
  documents,
  engine,
  engineChoice,
  exportHelp,
  exportLabel,
  exportOpens,
  findings,
  hyperparameterHelp,
  hyperparameterLabel,
  networks,
  origin,
  phrases,
  preparationFinding,
  preparationHelp,
  preparationLabel,
  preparationNote,
  presetHelp,
  presetLabel,
  reading,
  reasons,
  remedies,
  sampleTexts,
  settingAdvice,
  settingWords,
  shortForm,
  shortfalls,
  told,
  tools,
  units,
  verdicts,
};
