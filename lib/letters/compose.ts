import { formatDuration } from '../messages/format';
import { requestCodeContent } from './asking';
import { contactContent, contactNewsContent } from './contact';
import type { Content } from './content';
import type { CodeLetter, Letter, StaffLetter } from './letter';
import { withNotAsked } from './not-asked';
import { isNotice, noticeContent } from './notices';
import {
  backupCodesContent,
  confirmingCodeContent,
  ownNoticeContent,
  signInCodeContent,
} from './own';
import { mustHideToken } from './veto';
import { type Wording, wordingOf } from './wording';

/** Throws for a veto that would put its token where it is logged (R18). */
export function contentOf(letter: Letter): Content {
  if ('veto' in letter && letter.veto) mustHideToken(letter.veto);
  const wording = wordingOf(letter);
  const content = written(letter, wording);
  return 'code' in letter || 'codes' in letter
    ? withNotAsked(content, letter.notAsked, wording)
    : content;
}

function written(letter: Letter, wording: Wording): Content {
  if (letter.kind === 'code') return codeContent(letter, wording);
  if (letter.kind === 'sign-in-code') return signInCodeContent(letter, wording);
  if (letter.kind === 'confirming-code') return confirmingCodeContent(letter, wording);
  if (letter.kind === 'request-code') return requestCodeContent(letter, wording);
  if (letter.kind === 'backup-codes') return backupCodesContent(letter, wording);
  if (letter.kind === 'to-contact') return contactContent(letter);
  if (letter.kind === 'contact-news') return contactNewsContent(letter, wording);
  if (letter.kind === 'own-notice') return ownNoticeContent(letter, wording);
  if (isNotice(letter)) return noticeContent(letter, wording);
  return staffContent(letter, wording);
}

function codeContent(letter: CodeLetter, wording: Wording): Content {
  const { language, organisation, code, readingOutAllowed } = letter;
  const { t } = wording;
  const time = formatDuration(letter.minutes * 60_000, language);
  const measures = wording.measures(letter.measures);
  return {
    language,
    // Without the code: servers log subjects, and a locked phone shows them.
    subject: t('code.subject', { organisation }),
    title: t('code.title', { organisation }),
    paragraphs: [t('code.text')],
    code,
    warning: readingOutAllowed ? t('code.readOut') : t('code.nobody'),
    facts: [
      [t('facts.organisation'), organisation],
      [t('facts.purpose'), measures],
      [t('facts.valid'), t('code.valid', { time })],
    ],
    footer: t('footer.holder', { organisation }),
    sms: t('code.sms', {
      organisation,
      code,
      time,
      measures,
      warning: readingOutAllowed ? t('code.smsReadOut') : t('code.smsNobody'),
    }),
  };
}

function staffContent(letter: StaffLetter, { t }: Wording): Content {
  const { kind, language, organisation, deskUrl } = letter;
  return {
    language,
    subject: t(`staff.${kind}.subject`, { organisation }),
    title: t(`staff.${kind}.title`),
    paragraphs: [t(`staff.${kind}.text`)],
    facts: [[t('facts.organisation'), organisation]],
    action: { label: t('staff.button'), text: t('staff.link'), url: deskUrl },
    footer: t('footer.staff', { organisation }),
    sms: t(`staff.${kind}.sms`, { organisation, url: deskUrl }),
  };
}
