import { render } from '@react-email/render';
import { createElement } from 'react';
import { contentOf } from './compose';
import type { Content } from './content';
import type { Letter } from './letter';
import { LetterMail } from './mail';

/** The same letter gives the same mail at every try. */
export async function renderMail(
  letter: Letter,
): Promise<{ subject: string; text: string; html: string }> {
  const content = contentOf(letter);
  return {
    subject: content.subject,
    text: plainText(content),
    html: await render(createElement(LetterMail, { content })),
  };
}

/** One SMS, in the characters of an SMS where the organisation's name allows it. */
export const renderSms = (letter: Letter): string => contentOf(letter).sms;

function plainText(content: Content) {
  const { title, paragraphs, code, warning, facts, action, veto, notAsked, footer } = content;
  return [
    title,
    ...paragraphs,
    code && `    ${code}`,
    warning,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    action && `${action.text}\n${action.url}`,
    action?.typed && `${action.typed.text}\n${action.typed.code}`,
    veto && `${veto.title} ${veto.text}\n\n${veto.button}:\n${veto.url}`,
    veto && `${veto.typed}\n${veto.code}`,
    notAsked && `${notAsked.title} ${notAsked.text}\n\n${notAsked.button}:\n${notAsked.url}`,
    notAsked && `${notAsked.typed}\n${notAsked.code}`,
    `-- \n${footer}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}
