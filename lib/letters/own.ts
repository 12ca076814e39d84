import type { OwnLetter } from '../domain/account/own/command';
import { formatDuration } from '../messages/format';
import type { Content } from './content';
import type {
  BackupCodesLetter,
  ConfirmingCodeLetter,
  OwnNoticeLetter,
  SignInCodeLetter,
} from './letter';
import { vetoContent, vetoSms } from './veto';
import type { Wording } from './wording';

/** Names the organisation and what it is for, and says that nobody will ask for it (R10). */
export function signInCodeContent(letter: SignInCodeLetter, { t }: Wording): Content {
  const { language, organisation, code } = letter;
  const time = formatDuration(letter.minutes * 60_000, language);
  return {
    language,
    // Without the code: servers log subjects, and a locked phone shows them.
    subject: t('signInCode.subject', { organisation }),
    title: t('signInCode.title', { organisation }),
    paragraphs: [t('signInCode.text'), t('signInCode.notYou')],
    code,
    warning: t('code.nobody'),
    facts: [
      [t('facts.organisation'), organisation],
      [t('facts.valid'), t('code.valid', { time })],
    ],
    footer: t('footer.holder', { organisation }),
    sms: t('signInCode.sms', { organisation, code, time }),
  };
}

/** Says what answering it does, because whoever gets it may not be the one who asked (R10). */
export function confirmingCodeContent(letter: ConfirmingCodeLetter, { t }: Wording): Content {
  const { language, organisation, code, adds } = letter;
  const time = formatDuration(letter.minutes * 60_000, language);
  return {
    language,
    subject: t('confirmingCode.subject', { organisation }),
    title: t(`confirmingCode.title.${adds}`, { organisation }),
    paragraphs: [t('confirmingCode.text'), t('confirmingCode.notYou')],
    code,
    warning: t('code.nobody'),
    facts: [
      [t('facts.organisation'), organisation],
      [t('facts.valid'), t('code.valid', { time })],
    ],
    footer: t('footer.holder', { organisation }),
    sms: t(`confirmingCode.sms.${adds}`, { organisation, code, time }),
  };
}

/** Only the SMS holds the codes: no other form of this letter is sent. */
export function backupCodesContent(
  { language, organisation, codes }: BackupCodesLetter,
  { t }: Wording,
): Content {
  return {
    language,
    subject: t('backupCodes.subject', { organisation }),
    title: t('backupCodes.title', { organisation }),
    paragraphs: [t('backupCodes.text')],
    warning: t('code.nobody'),
    facts: [[t('facts.organisation'), organisation]],
    footer: t('footer.holder', { organisation }),
    sms: t('backupCodes.sms', { organisation, codes: codes.join(' ') }),
  };
}

type Change = Extract<OwnLetter, { change: string }>;

/** A change by its kind and what it is about, never by an address. */
const changeOf = ({ change, factor: kind, point }: Change, { t, factor }: Wording): string =>
  t(`own.changes.${change}`, { object: kind ? factor(kind) : t(`factors.${point ?? 'email'}`) });

/** What changed, what waits, or what does not go on. */
function whatHappened({ what }: OwnNoticeLetter, wording: Wording): string {
  const { t, factor, when } = wording;
  switch (what.about) {
    case 'factor-added':
    case 'factor-removed':
      return t(`own.${what.about}`, { factor: factor(what.factor) });
    case 'contact-point-added':
    case 'contact-point-removed':
      return t(`own.${what.about}`, { point: t(`factors.${what.point}`) });
    case 'change-waits':
      return t('own.change-waits', { change: changeOf(what, wording), when: when(what.until) });
    case 'change-made':
    case 'change-dropped':
      return t(`own.${what.about}`, { change: changeOf(what, wording) });
    default:
      return t(`own.${what.about}`);
  }
}

export function ownNoticeContent(letter: OwnNoticeLetter, wording: Wording): Content {
  const { t } = wording;
  const { language, organisation, accountUrl, veto } = letter;
  const changed = whatHappened(letter, wording);
  return {
    language,
    subject: t(letter.what.about === 'change-waits' ? 'own.waitsSubject' : 'own.subject', {
      organisation,
    }),
    title: t(letter.what.about === 'change-waits' ? 'own.waitsTitle' : 'own.title'),
    paragraphs: [changed, ...(veto ? [] : [t('own.notYou')])],
    facts: [[t('facts.organisation'), organisation]],
    action: { label: t('own.button'), text: t('own.link'), url: accountUrl },
    ...(veto
      ? {
          veto: vetoContent(veto, wording, t('own.veto')),
        }
      : {}),
    footer: t('footer.holder', { organisation }),
    sms: ownSms(letter, wording, changed),
  };
}

/** A change that waits is told with the way to stop it, which leaves room for few words. */
function ownSms(letter: OwnNoticeLetter, wording: Wording, changed: string): string {
  const { organisation, what, veto } = letter;
  const { t, whenShort } = wording;
  if (what.about !== 'change-waits' || !veto) return t('own.sms', { organisation, changed });
  const words = { organisation, change: changeOf(what, wording), when: whenShort(what.until) };
  return `${t('own.waitsSms', words)} ${vetoSms(veto, wording)}`;
}
