import { z } from 'zod';
import { ASKED_OVER } from '../domain/asking/request';
import { SYMPTOMS } from '../domain/runbook/symptom';
import { signInName } from './forms';

/** Asking for recovery without calling. The name is taken as at the sign-in. */
export const recoveryWish = z.object({
  signIn: signInName,
  symptom: z.enum(SYMPTOMS),
  over: z.enum(ASKED_OVER),
});
