import { z } from 'zod';
import { ENROLLABLE_KINDS } from '../domain/account/factor';
import type { Measure } from '../domain/case/measure';
import { SYMPTOMS } from '../domain/runbook/symptom';

/** A choice of the form “What has to change?” as one value: `add`, `replace:<factor>`, `remove:<factor>`. */
const MAIN = /^(?:add|(?:replace|remove):[0-9a-f-]{36})$/;

export const symptomForm = z.object({ symptom: z.enum(SYMPTOMS) });
export const runbookForm = z.object({ helped: z.enum(['yes', 'no']) });
export const stuckForm = z.object({ choice: z.enum(['try-again', 'was-done', 'end']) });
export const afterVetoForm = z.object({ choice: z.enum(['kept', 'removed']) });
export const checkerForm = z.object({ staffId: z.uuid() });

/** What is chosen; whether the account has these factors, and whether it may lose them, is the domain's to say. */
export const measuresForm = z
  .object({
    main: z.string().regex(MAIN),
    enrol: z.enum(ENROLLABLE_KINDS).optional(),
    also: z.array(z.uuid()).max(50),
  })
  .transform(({ main, enrol, also }, context): Measure[] => {
    const [kind, factorId = ''] = main.split(':');
    const others = [...new Set(also)]
      .filter((id) => id !== factorId)
      .map((id): Measure => ({ kind: 'remove-factor', factorId: id }));
    if (kind === 'remove') return [{ kind: 'remove-factor', factorId }, ...others];
    if (!enrol) {
      context.addIssue({ code: 'custom', message: 'required', path: ['enrol'] });
      return z.NEVER;
    }
    return kind === 'add'
      ? [{ kind: 'add-factor', enrol }, ...others]
      : [{ kind: 'replace-factor', factorId, enrol }, ...others];
  });
