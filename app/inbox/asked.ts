import { z } from 'zod';

/** Remembers, in this browser, the sign-in that paused a case: only that very sign-in may answer (R28). */
export const ASKED_COOKIE = '__Host-inbox-asked';

const asked = z.object({
  signInId: z.uuid(),
  caseId: z.uuid(),
  organisationId: z.uuid(),
  who: z.string(),
  until: z.string(),
});

export type Asked = z.infer<typeof asked>;

export const readAsked = (cookie: string | undefined): Asked | undefined => {
  try {
    return asked.safeParse(JSON.parse(cookie ?? '')).data;
  } catch {
    return undefined;
  }
};
