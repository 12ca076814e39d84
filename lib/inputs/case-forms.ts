import { z } from 'zod';
import { ENROLLABLE_KINDS } from '../domain/account/factor';
import type { Measure } from '../domain/case/measure';
import { SYMPTOMS } from '../domain/runbook/symptom';

/**
 * The choice of the form “What has to change?” as one value: `add`, `replace:<factor>`, `remove:<factor>`,
 * `phone:<contact point>`, `email:<contact point>`, `password`.
 */
const MAIN = /^(?:add|password|(?:replace|remove|phone|email):[0-9a-f-]{36})$/;

export const symptomForm = z.object({ symptom: z.enum(SYMPTOMS) });
export const runbookForm = z.object({ helped: z.enum(['yes', 'no']) });
export const stuckForm = z.object({ choice: z.enum(['try-again', 'was-done', 'end']) });
export const afterVetoForm = z.object({ choice: z.enum(['kept', 'removed']) });
export const checkerForm = z.object({ staffId: z.uuid() });

/**
 * What is chosen; whether the account has these factors and contact points, may lose them, and may have both a password
 * and something else, is the domain's to say.
 */
export const measuresForm = z
  .object({
    main: z.string().regex(MAIN),
    enrol: z.enum(ENROLLABLE_KINDS).optional(),
    also: z.array(z.uuid()).max(50),
    password: z.boolean(),
  })
  .transform(({ main, enrol, also, password }, context): Measure[] => {
    const [kind, id = ''] = main.split(':');
    const beside: Measure[] = [
      ...[...new Set(also)]
        .filter((other) => other !== id)
        .map((factorId) => ({ kind: 'remove-factor' as const, factorId })),
      ...(password && kind !== 'password' ? [{ kind: 'new-password' as const }] : []),
    ];
    if (kind === 'password') return [{ kind: 'new-password' }, ...beside];
    if (kind === 'remove') return [{ kind: 'remove-factor', factorId: id }, ...beside];
    if (kind === 'phone' || kind === 'email')
      return [{ kind: 'change-contact-point', contactPointId: id, point: kind }, ...beside];
    if (!enrol) {
      context.addIssue({ code: 'custom', message: 'required', path: ['enrol'] });
      return z.NEVER;
    }
    return kind === 'add'
      ? [{ kind: 'add-factor', enrol }, ...beside]
      : [{ kind: 'replace-factor', factorId: id, enrol }, ...beside];
  });
