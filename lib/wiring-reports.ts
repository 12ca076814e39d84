import { type Heard, reportReaders } from './adapters/channels/report-readers';
import { env } from './env';
import type { Origin } from './ports/world';
import { desk } from './wiring';

/** What routes say of messages that they took: read and judged by their credentials, then passed on. */
const readers = () => {
  const { publicUrl, reportsKey, smsRoutes, voiceRoutes } = env();
  const twilio = [...smsRoutes, ...voiceRoutes].flatMap((route) =>
    route.kind === 'twilio' ? [route] : [],
  );
  return reportReaders({ publicUrl, reportsKey, twilio });
};

/** 204 for everything that was heard, also of a message that nobody knows (R14). */
const answer = async (heard: Heard, origin: Origin): Promise<204 | 401 | 429> => {
  if (heard === 'stranger') return (await desk().refuseReport(origin)) ? 401 : 429;
  if (heard === 'nothing') return 204;
  return (await desk().reportDelivery(heard)) ? 204 : 429;
};

export const hearKannel = (
  authorization: string | null,
  query: URLSearchParams,
  origin: Origin,
): Promise<204 | 401 | 429> => answer(readers().kannel(authorization, query), origin);

export const hearTwilio = (
  signature: string | null,
  pathAndQuery: string,
  form: URLSearchParams,
  origin: Origin,
): Promise<204 | 401 | 429> => answer(readers().twilio(signature, pathAndQuery, form), origin);

export const hearMail = (
  signature: string | null,
  body: string,
  origin: Origin,
): Promise<204 | 401 | 429> => answer(readers().mail(signature, body), origin);
