export { Examination } from './examination.ts';
export { examine } from './examine.ts';
export { createPreparation, type Preparation } from './prepare.ts';
export { Selection, type Block } from './selection.ts';
