import { describeGradients } from './gradient-checks.ts';
import { portableMake } from './portable-make.ts';

const portable = await portableMake();

describeGradients(() => portable);
