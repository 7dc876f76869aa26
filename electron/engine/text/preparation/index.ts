export { examine } from './examine.ts';
export { createPreparation, type Preparation } from './prepare.ts';
