/** The project's own ESLint rules: what its design promises, checked. */
import { importsPointBack } from './imports-point-back.js';
import { purePastCollect } from './pure-past-collect.js';

export const devreport = {
  meta: { name: 'devreport' },
  rules: {
    'imports-point-back': importsPointBack,
    'pure-past-collect': purePastCollect,
  },
};
