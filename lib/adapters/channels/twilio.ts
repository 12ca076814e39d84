import type { OutgoingMessage } from '../../ports/messages';
import { postTo } from './http';
import type { Carried, Route } from './over-routes';
import { callScript } from './spoken';

export type TwilioRoute = {
  kind: 'twilio';
  name: string;
  accountSid: string;
  /** Signs the reports too. */
  authToken: string;
  from: string;
  priority: number;
  /** Where the interface is, if not at Twilio. */
  url?: string | undefined;
};

const TWILIO = 'https://api.twilio.com';

/**
 * Codes of Twilio's that are about the receiver for good: no number, a short one, not mobile, a landline. Not those that
 * another network may do better: unreachable, no way there, a STOP that was said to this sender alone.
 */
const ABOUT_THE_RECEIVER = [13_223, 21_211, 21_217, 21_265, 21_614, 21_635];

const LONGEST_VALIDITY = 14_400;

type Form = Record<string, string>;

/** SMS by Twilio's Messages interface, version 2010-04-01. */
export const twilioSms = (settings: TwilioRoute, options: Options): Route =>
  route(settings, options, 'Messages', ({ text, minutes }) => ({
    Body: text,
    ...(minutes === undefined
      ? {}
      : { ValidityPeriod: `${Math.min(minutes * 60, LONGEST_VALIDITY)}` }),
  }));

/** Calls that read the text out, by Twilio's Calls interface: what is said travels with the request, no page is fetched. */
export const twilioVoice = (settings: TwilioRoute, options: Options): Route =>
  route(settings, options, 'Calls', ({ text, locale = 'nl' }) => ({
    Twiml: callScript(text, locale),
    StatusCallbackEvent: 'completed',
  }));

type Options = { timeoutMs: number; reportTo?: (attempt: string) => string };

function route(
  { name, priority, accountSid, authToken, from, url = TWILIO }: TwilioRoute,
  { timeoutMs, reportTo }: Options,
  resource: 'Messages' | 'Calls',
  own: (message: OutgoingMessage) => Form,
): Route {
  const address = `${url.replace(/\/+$/, '')}/2010-04-01/Accounts/${accountSid}/${resource}.json`;
  const what = resource === 'Calls' ? 'call' : 'sms';
  return {
    name,
    priority,
    async carry(message, attempt): Promise<Carried> {
      const form: Form = {
        To: message.to,
        From: from,
        ...own(message),
        ...(reportTo ? { StatusCallback: reportTo(attempt) } : {}),
      };
      const answer = await postTo(address, {
        timeoutMs,
        headers: {
          Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(form).toString(),
      });
      if ('fault' in answer) return { outcome: 'failed', reason: `${what} ${answer.fault}` };
      const { sid, code } = wordsOf(answer.text);
      if (answer.status === 201 || answer.status === 200)
        return { outcome: 'accepted', reference: sid ?? attempt };
      const reason = `${what} http ${answer.status}${code === undefined ? '' : ` ${code}`}`;
      if (answer.status !== 400) return { outcome: 'failed', reason };
      // One number with a STOP, or abroad, must not close the route for everybody else.
      return code !== undefined && ABOUT_THE_RECEIVER.includes(code)
        ? { outcome: 'refused', reason }
        : { outcome: 'failed', reason, routeIsWell: true };
    },
  };
}

/** A name and a number of Twilio's, or nothing: its words repeat the receiver. */
function wordsOf(text: string): { sid?: string; code?: number } {
  try {
    const { sid, code } = JSON.parse(text) as { sid?: unknown; code?: unknown };
    return {
      ...(typeof sid === 'string' && /^(SM|MM|CA)[0-9a-fA-F]{32}$/.test(sid) ? { sid } : {}),
      ...(typeof code === 'number' ? { code } : {}),
    };
  } catch {
    return {};
  }
}
