import type { Words } from './words';

/** "I did not ask for this": the page behind every message with a code. To a holder who is worried, or only puzzled. */
export const nl = {
  title: 'Heb je niet om deze code gevraagd?',
  text: 'Misschien probeert iemand anders in je account te komen. Meld het hier. Aanmelden hoeft niet.',
  means:
    'Een code uit het bericht werkt daarna niet meer, en de helpdesk van je organisatie ziet je melding. Verder verandert er niets aan je account.',
  field: 'Code uit het bericht',
  hint: 'De zestien letters en cijfers onder “Ik heb dit niet gevraagd”, niet de code om je aan te melden. Hoofdletters, spaties en streepjes maken niet uit.',
  action: 'Ik heb dit niet gevraagd',
  empty: 'Vul de code uit het bericht in, of open de link uit het bericht.',
  unknown:
    'Deze link of code kennen we niet, of hij is te oud. Kijk of je hem helemaal hebt overgenomen. Lukt het niet, bel dan de helpdesk.',
  result: {
    title: 'Je melding is binnen',
    text: 'Goed dat je het zegt. De code werkt niet meer en de helpdesk ziet je melding. Loopt er een herstel van je account, dan staat dat hoogstens een dag stil, zodat iemand kan kijken.',
    more: 'Krijg je nog zo’n bericht? Meld het dan weer. Geef een code nooit aan iemand die erom vraagt.',
    next: 'Wil je voor de zekerheid je wachtwoord veranderen of overal afmelden? Dat kan alleen als je je gewoon aanmeldt.',
    signIn: 'Aanmelden',
  },
} as const;

export const en: Words<typeof nl> = {
  title: 'Did you not ask for this code?',
  text: 'Somebody else may be trying to get into your account. Tell us here. You do not need to sign in.',
  means:
    'A code from the message then no longer works, and the helpdesk of your organisation sees your report. Nothing else about your account changes.',
  field: 'Code from the message',
  hint: 'The sixteen letters and digits below “I did not ask for this”, not the code to sign in with. Capitals, spaces and dashes do not matter.',
  action: 'I did not ask for this',
  empty: 'Enter the code from the message, or open the link in the message.',
  unknown:
    'We do not know this link or code, or it is too old. Check that you copied all of it. If it does not work, call the helpdesk.',
  result: {
    title: 'We have your report',
    text: 'Thank you for telling us. The code no longer works, and the helpdesk sees your report. If a recovery of your account is under way, it is put on hold for at most a day, so that somebody can look into it.',
    more: 'Did you get another message like this? Then tell us again. Never give a code to anybody who asks for it.',
    next: 'Want to change your password or sign out everywhere, to be safe? You can do that only after signing in as usual.',
    signIn: 'Sign in',
  },
};
