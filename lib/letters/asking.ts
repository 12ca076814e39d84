import { formatDuration } from '../messages/format';
import type { Content } from './content';
import type { RequestCodeLetter } from './letter';
import type { Wording } from './wording';

/** Names the organisation, what for, and what would change, because whoever gets it may not be who asked (R5, R10). */
export function requestCodeContent(letter: RequestCodeLetter, { t }: Wording): Content {
  const { language, organisation, code, symptom } = letter;
  const time = formatDuration(letter.minutes * 60_000, language);
  const wish = t(`requestCode.wish.${symptom}`);
  return {
    language,
    // Without the code: servers log subjects, and a locked phone shows them.
    subject: t('requestCode.subject', { organisation }),
    title: t('requestCode.title', { organisation }),
    paragraphs: [t('requestCode.text'), t('requestCode.notYou')],
    code,
    warning: t('code.nobody'),
    facts: [
      [t('facts.organisation'), organisation],
      [t('facts.purpose'), wish],
      [t('facts.valid'), t('code.valid', { time })],
    ],
    footer: t('footer.holder', { organisation }),
    sms: t('requestCode.sms', { organisation, code, time, wish }),
  };
}
