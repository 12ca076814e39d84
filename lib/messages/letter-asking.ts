import type { Symptom } from '../domain/runbook/symptom';
import type { Words } from './words';

/** The code of a request for recovery without a call: what was asked, the same for everybody who says the same. */
export const nl = {
  requestCode: {
    subject: 'Je code van {organisation}',
    title: 'Iemand vraagt om je account bij {organisation} te herstellen',
    text: 'Was jij dit? Vul dan deze code in op het scherm waarop je dit hebt gevraagd. Pas daarna gaat de helpdesk ermee verder.',
    notYou: 'Was jij dit niet? Doe dan niets met de code. Zonder code gebeurt er niets.',
    sms: '{organisation}: code {code} ({time}) voor herstel van je account: {wish}. Niemand vraagt erom.',
    wish: {
      'no-sms': 'een nieuwe authenticator-app in plaats van je sms-code of belcode',
      'no-email-code': 'een nieuwe authenticator-app in plaats van je e-mailcode',
      'app-lost': 'een nieuwe authenticator-app in plaats van je oude app of melding',
      'code-not-accepted':
        'een nieuwe authenticator-app in plaats van je oude app, sms-code of e-mailcode',
      'no-push': 'een nieuwe authenticator-app in plaats van je melding of oude app',
      'key-lost': 'een nieuwe authenticator-app in plaats van je beveiligingssleutel',
      other: 'een nieuwe authenticator-app erbij',
    } satisfies Record<Symptom, string>,
  },
} as const;

export const en: Words<typeof nl> = {
  requestCode: {
    subject: 'Your code from {organisation}',
    title: 'Somebody asks to recover your account at {organisation}',
    text: 'Was this you? Then enter this code on the screen on which you asked for it. Only then does the helpdesk go on with it.',
    notYou: 'Was this not you? Then do nothing with the code. Without the code nothing happens.',
    sms: '{organisation}: code {code} ({time}) to recover your account: {wish}. Nobody will ask for it.',
    wish: {
      'no-sms': 'a new authenticator app in place of your SMS code or voice code',
      'no-email-code': 'a new authenticator app in place of your e-mail code',
      'app-lost': 'a new authenticator app in place of your old app or prompt',
      'code-not-accepted':
        'a new authenticator app in place of your old app, SMS code or e-mail code',
      'no-push': 'a new authenticator app in place of your prompt or old app',
      'key-lost': 'a new authenticator app in place of your security key',
      other: 'a new authenticator app beside what you have',
    },
  },
};
