import { type Duration, seconds } from '../../domain/time';
import type { MessageChannel } from '../../ports/messages';
import type { ChannelFault } from './channel-faults';
import { isOneNumber } from './http';
import { type KannelRoute, kannelRoute } from './kannel';
import { type Keeping, overRoutes, type Route } from './over-routes';
import type { ReportAddresses } from './report-addresses';
import { isOneAddress, smtpRoute } from './smtp';
import { type TwilioRoute, twilioSms, twilioVoice } from './twilio';

export type RouteSettings = {
  smtpUrls: readonly string[];
  smtpFrom: string;
  smsRoutes: readonly (KannelRoute | TwilioRoute)[];
  voiceRoutes: readonly TwilioRoute[];
};

const MAIL_TIMEOUT: Duration = seconds(15);
const PHONE_TIMEOUT: Duration = seconds(10);

type Closing = MessageChannel & { close(): void };

/** Every channel over the routes that are set; one without any fails and says so. */
export function createChannels(
  { smtpUrls, smtpFrom, smsRoutes, voiceRoutes }: RouteSettings,
  {
    keeping,
    reportTo,
    timeoutMs,
    onFault,
  }: {
    keeping?: Keeping;
    reportTo?: ReportAddresses;
    timeoutMs?: Duration;
    onFault?: (fault: ChannelFault) => void;
  } = {},
): { mail: Closing; sms: Closing; voice: Closing } {
  const phone = (route: KannelRoute | TwilioRoute) => {
    const address = reportTo?.[route.kind](route.name);
    return { timeoutMs: timeoutMs ?? PHONE_TIMEOUT, ...(address ? { reportTo: address } : {}) };
  };
  const mail = smtpUrls.map(
    (url, index): Route =>
      smtpRoute(
        { name: smtpName(index), url, from: smtpFrom, priority: index },
        { timeoutMs: timeoutMs ?? MAIL_TIMEOUT },
      ),
  );
  const sms = smsRoutes.map((route) =>
    route.kind === 'kannel' ? kannelRoute(route, phone(route)) : twilioSms(route, phone(route)),
  );
  const voice = voiceRoutes.map((route) => twilioVoice(route, phone(route)));
  const kept = { ...(keeping ? { keeping } : {}), onFault };
  return {
    mail: overRoutes({ channel: 'mail', routes: mail, isAddress: isOneAddress, ...kept }),
    sms: overRoutes({ channel: 'sms', routes: sms, isAddress: isOneNumber, ...kept }),
    voice: overRoutes({ channel: 'voice', routes: voice, isAddress: isOneNumber, ...kept }),
  };
}

/** Not its address: the name of a server inside stands in no case. */
const smtpName = (index: number): string => (index === 0 ? 'smtp' : `smtp-${index + 1}`);
