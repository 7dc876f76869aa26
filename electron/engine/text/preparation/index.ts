export { examine, openExamination } from './examine.ts';
export { createPreparation, type Preparation } from './prepare.ts';
