import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelName, Reported } from '../../ports/messages';
import { kannelPassword } from './report-addresses';

/** What was heard of one try, from somebody who has shown to be its route. */
export type Report = {
  channels: readonly ChannelName[];
  /** None where mail is concerned: whoever reads the bounces does not know by which server it went. */
  route?: string;
  /** The id of the try, or the Message-ID of a mail. */
  named: string;
  reported: Reported;
};

/** `stranger`: it did not show who it is. `nothing`: it did, and says nothing that is kept. */
export type Heard = Report | 'stranger' | 'nothing';

export type ReportReaders = ReturnType<typeof reportReaders>;

/** Reads reports of delivery and judges who sends them. Whoever it is, the wrong words get no further than this. */
export const reportReaders = ({
  publicUrl,
  reportsKey,
  twilio,
}: {
  publicUrl: string;
  reportsKey: string | undefined;
  /** Routes by Twilio's interface, SMS and calls. */
  twilio: readonly { name: string; authToken: string }[];
}) => ({
  /** Basic credentials, made from the key for this route. */
  kannel(authorization: string | null, query: URLSearchParams): Heard {
    const route = query.get('route') ?? '';
    const [, credentials = ''] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
    const wanted = reportsKey === undefined ? undefined : kannelPassword(reportsKey, route);
    const shown = Buffer.from(credentials, 'base64').toString();
    if (wanted === undefined || !equal(shown, `regain:${wanted}`)) return 'stranger';
    return report(['sms'], route, query.get('attempt'), KANNEL[query.get('status') ?? '']);
  },

  /** X-Twilio-Signature: HMAC-SHA1, under the account's token, of the address as it was given and the form, by name. */
  twilio(signature: string | null, pathAndQuery: string, form: URLSearchParams): Heard {
    const url = `${publicUrl}${pathAndQuery}`;
    const query = new URL(url).searchParams;
    const name = query.get('route') ?? '';
    // The same account may carry both kinds under one name, and then has one token or two.
    const tokens = twilio.filter((route) => route.name === name).map(({ authToken }) => authToken);
    const known = tokens.some((token) => equal(signature ?? '', twilioSignature(token, url, form)));
    if (!known) return 'stranger';
    const call = form.get('CallStatus');
    const message = form.get('MessageStatus');
    const said = call === null ? MESSAGE[message ?? ''] : CALL[call];
    return report(call === null ? ['sms'] : ['voice'], name, query.get('attempt'), said);
  },

  /** `X-Regain-Signature: sha256=<hex>`, HMAC-SHA256 of the body under the key. */
  mail(signature: string | null, body: string): Heard {
    if (reportsKey === undefined || !equal(signature ?? '', mailSignature(reportsKey, body)))
      return 'stranger';
    const { messageId, status } = fieldsOf(body);
    return report(['mail'], undefined, messageId, MAIL[status ?? '']);
  },
});

const KANNEL: Record<string, Reported> = {
  1: 'delivered',
  2: 'undeliverable',
  4: 'under-way',
  8: 'under-way',
  16: 'undeliverable',
};

const MESSAGE: Record<string, Reported> = {
  accepted: 'under-way',
  scheduled: 'under-way',
  queued: 'under-way',
  sending: 'under-way',
  sent: 'under-way',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undeliverable',
  failed: 'undeliverable',
  canceled: 'undeliverable',
};

const CALL: Record<string, Reported> = {
  queued: 'under-way',
  initiated: 'under-way',
  ringing: 'under-way',
  'in-progress': 'under-way',
  completed: 'delivered',
  // Somebody has this number; they were not there.
  busy: 'unanswered',
  'no-answer': 'unanswered',
  canceled: 'unanswered',
  failed: 'undeliverable',
};

const MAIL: Record<string, Reported> = { delivered: 'delivered', bounced: 'undeliverable' };

const report = (
  channels: readonly ChannelName[],
  route: string | undefined,
  named: string | null | undefined,
  reported: Reported | undefined,
): Heard =>
  named && reported ? { channels, ...(route ? { route } : {}), named, reported } : 'nothing';

export function twilioSignature(token: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  const said = names.map((name) => name + [...new Set(form.getAll(name))].sort().join(name));
  return createHmac('sha1', token)
    .update(url + said.join(''))
    .digest('base64');
}

export const mailSignature = (key: string, body: string): string =>
  `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

/** In constant time, whatever their lengths. */
function equal(shown: string, wanted: string): boolean {
  const of = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(of(shown), of(wanted));
}

function fieldsOf(body: string): { messageId?: string; status?: string } {
  try {
    const { messageId, status } = JSON.parse(body) as { messageId?: unknown; status?: unknown };
    return {
      ...(typeof messageId === 'string' ? { messageId: bracketed(messageId) } : {}),
      ...(typeof status === 'string' ? { status } : {}),
    };
  } catch {
    return {};
  }
}

/** Some tools leave the angle brackets out. */
const bracketed = (id: string): string => (id.startsWith('<') ? id : `<${id}>`);
