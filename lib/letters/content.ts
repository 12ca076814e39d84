import type { Letter, Veto } from './letter';

/** What a letter says, before it has a form: the text, the HTML and the SMS are drawn from the same. */
export type Content = {
  language: Letter['language'];
  subject: string;
  title: string;
  paragraphs: string[];
  code?: string;
  warning?: string;
  facts: [label: string, value: string][];
  action?: {
    label: string;
    text: string;
    url: string;
    /** For who cannot follow the link with its fragment (R18). */
    typed?: { text: string; code: string };
  };
  veto?: Veto & { title: string; text: string; button: string; typed: string };
  /** Quieter than a veto: most people who get a code did ask for it. */
  notAsked?: Veto & { title: string; text: string; button: string; typed: string };
  footer: string;
  /** The whole SMS, with the way to say no. */
  sms: string;
};
