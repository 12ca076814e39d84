import type { Try } from '../domain/runbook/runbook';
import type { Symptom } from '../domain/runbook/symptom';
import type { Words } from './words';

/** Opening a case: who, what is wrong, and the simple causes to try first. Staff reads it to a caller. */
export const nl = {
  title: 'Nieuwe zaak',
  find: {
    title: 'Wie belt er?',
    intro: 'Zoek het account. De zaak begint pas als u zegt wat er mis is.',
    label: 'Naam, aanmelding, e-mailadres of telefoonnummer',
    submit: 'Zoeken',
    start: 'Het begin van een woord is genoeg.',
    none: 'Geen account gevonden',
    noneWhy:
      'Controleer de spelling. Staat het account bij een organisatie waarvoor u niet werkt, dan vindt u het hier niet.',
    caption: 'Gevonden accounts',
    who: 'Accounthouder',
    organisation: 'Organisatie',
    signIn: 'Aanmelding',
    choose: 'Kiezen',
    chooseWho: '{name} kiezen',
    disabled: 'uitgeschakeld',
    privileged: 'bijzondere rechten',
    more: 'Meer accounts',
  },
  symptom: {
    title: 'Wat is er mis?',
    intro: 'Vraag het aan de beller. Met uw keuze begint de zaak.',
    legend: 'Wat zegt {name}?',
    submit: 'Zaak openen',
    back: 'Iemand anders kiezen',
    otherOpen: 'Voor dit account loopt al een zaak',
    otherOpenText: 'Kijk eerst of die verder kan. Er kan maar één zaak tegelijk toegang geven.',
    missing: 'Kies wat er mis is.',
    account: 'Account',
    cannot: 'Voor dit account kunt u geen zaak openen',
    noAccess: 'Herstel is voor dit account nog niet mogelijk',
    noAccessText:
      'Het account heeft bijzondere rechten of is van een medewerker. U kunt wel een zaak openen en het stappenplan doorlopen.',
  },
  symptoms: {
    'no-sms': 'Ik krijg geen sms-code',
    'no-email-code': 'Ik krijg geen code per e-mail',
    'app-lost': 'Mijn telefoon of authenticator-app is weg',
    'code-not-accepted': 'Mijn code wordt niet geaccepteerd',
    'no-push': 'Ik krijg geen melding op mijn telefoon',
    'key-lost': 'Mijn beveiligingssleutel is weg',
    other: 'Iets anders',
  } satisfies Record<Symptom, string>,
  symptomWhy: {
    'no-sms': 'Ook als de beller de sms pas veel later krijgt.',
    'no-email-code': 'De mailbox zelf werkt nog wel.',
    'app-lost': 'Kwijt, gestolen, kapot, of overgestapt op een nieuwe telefoon.',
    'code-not-accepted': 'De code komt wel, maar werkt niet.',
    'no-push': 'De app vraagt niet om goed te keuren.',
    'key-lost': 'Of hij is kapot.',
    other: 'Bijvoorbeeld een tweede factor die nooit is ingesteld.',
  } satisfies Record<Symptom, string>,
  runbook: {
    title: 'Eerst het eenvoudige',
    intro: 'Loop dit samen met {name} na. Helpt het, dan is er geen herstel nodig.',
    legend: 'Hielp dit?',
    helped: 'Ja, {name} kan weer aanmelden',
    helpedWhy: 'De zaak sluit. Er is niets veranderd.',
    notHelped: 'Nee, het hielp niet',
    notHelpedWhy: 'U kiest hierna wat er moet veranderen.',
    submit: 'Verder',
    later: 'Later verdergaan',
    missing: 'Kies of het hielp.',
    warning: 'Vraag nooit om een code',
    warningText:
      'Laat de beller codes zelf invullen. Leest iemand een code voor, zeg dan dat u die niet nodig hebt.',
  },
  tries: {
    'restart-phone':
      'Zet de telefoon uit en weer aan. Hij meldt zich dan opnieuw aan bij het netwerk.',
    'flight-mode': 'Kijk of de vliegtuigmodus uit staat en of er bereik is.',
    'blocked-messages':
      'Kijk in de berichten-app bij spam en geblokkeerde afzenders. Op Android staat dat onder het profielplaatje, op een iPhone rechtsboven.',
    'send-again-other-network':
      'Kies op het aanmeldscherm “Alternatieve tweefactorauthenticatie” en laat de sms opnieuw versturen. Die gaat dan over een ander netwerk.',
    'provider-outage': 'Kijk op een site met storingen of de telefoonprovider problemen heeft.',
    'backup-code':
      'Is er een back-upcode bewaard, bijvoorbeeld op papier? Laat de beller die zelf invullen op het aanmeldscherm. Hij werkt één keer.',
    'spam-folder': 'Kijk in de map met ongewenste mail.',
    'right-mailbox':
      'Kijk of dit de mailbox is waar de code heen gaat. U ziet het begin van het adres op de zaakpagina.',
    'newest-code':
      'Gebruik alleen de nieuwste code. Elke nieuwe aanvraag maakt de vorige ongeldig.',
    'typing-error': 'Kijk of er geen cijfers zijn omgedraaid.',
    'other-account-in-app': 'Kijk in de app of dit de code van het goede account is.',
    'fresh-code':
      'Loopt de code bijna af? Wacht op de volgende; elke 30 seconden komt er een nieuwe.',
    'phone-clock':
      'Laat de telefoon datum, tijd en tijdzone automatisch instellen. Staat dat al aan, zet het dan uit en weer aan.',
    'other-app': 'Staan er meer authenticator-apps op de telefoon? Open ook de andere.',
    'app-backup':
      'Is er een back-up van de app? Installeer de app opnieuw en kies “Herstellen van back-up”.',
    'other-device':
      'Staat de app ook op een tablet, een laptop of een oude telefoon die nog aangaat?',
    'other-factor':
      'Kan het aanmelden met een andere tweede factor die al is ingesteld, zoals sms of een beveiligingssleutel?',
    'newest-app': 'Werk de app bij in de appwinkel.',
    'open-app':
      'Sluit de app helemaal af en open haar opnieuw. Wachtende verzoeken komen dan vaak alsnog.',
    'allow-notifications':
      'Kijk in de instellingen van de telefoon of de app meldingen mag tonen, en of “Niet storen” uit staat.',
    'spare-key': 'Is er een tweede sleutel, of een passkey op een ander apparaat?',
    'key-other-port': 'Probeer de sleutel in een andere poort, of houd hem tegen de telefoon.',
    'trusted-device': 'Lukt het aanmelden nog op een computer waar de beller eerder was aangemeld?',
  } satisfies Record<Try, string>,
} as const;

export const en: Words<typeof nl> = {
  title: 'New case',
  find: {
    title: 'Who is calling?',
    intro: 'Find the account. The case begins only when you say what is wrong.',
    label: 'Name, sign-in, e-mail address or phone number',
    submit: 'Search',
    start: 'The beginning of a word is enough.',
    none: 'No account found',
    noneWhy:
      'Check the spelling. An account of an organisation that you do not work for is not found here.',
    caption: 'Accounts found',
    who: 'Account holder',
    organisation: 'Organisation',
    signIn: 'Sign-in',
    choose: 'Choose',
    chooseWho: 'Choose {name}',
    disabled: 'disabled',
    privileged: 'privileged',
    more: 'More accounts',
  },
  symptom: {
    title: 'What is wrong?',
    intro: 'Ask the caller. Your choice begins the case.',
    legend: 'What does {name} say?',
    submit: 'Open the case',
    back: 'Choose somebody else',
    otherOpen: 'A case for this account is open already',
    otherOpenText: 'See first whether that one can go on. Only one case at a time can give access.',
    missing: 'Choose what is wrong.',
    account: 'Account',
    cannot: 'You cannot open a case for this account',
    noAccess: 'Recovery is not possible for this account yet',
    noAccessText:
      'The account is privileged or belongs to a staff member. You can open a case and go through the runbook.',
  },
  symptoms: {
    'no-sms': 'I do not get an SMS code',
    'no-email-code': 'I do not get a code by e-mail',
    'app-lost': 'My phone or authenticator app is gone',
    'code-not-accepted': 'My code is not accepted',
    'no-push': 'I do not get a prompt on my phone',
    'key-lost': 'My security key is gone',
    other: 'Something else',
  },
  symptomWhy: {
    'no-sms': 'Also when the SMS comes much later.',
    'no-email-code': 'The mailbox itself still works.',
    'app-lost': 'Lost, stolen, broken, or changed for a new phone.',
    'code-not-accepted': 'The code arrives, but does not work.',
    'no-push': 'The app does not ask to approve.',
    'key-lost': 'Or it is broken.',
    other: 'For instance a second factor that was never set up.',
  },
  runbook: {
    title: 'The simple things first',
    intro: 'Go through this together with {name}. If it helps, no recovery is needed.',
    legend: 'Did this help?',
    helped: 'Yes, {name} can sign in again',
    helpedWhy: 'The case closes. Nothing was changed.',
    notHelped: 'No, it did not help',
    notHelpedWhy: 'Next you choose what has to change.',
    submit: 'Continue',
    later: 'Go on later',
    missing: 'Choose whether it helped.',
    warning: 'Never ask for a code',
    warningText:
      'Let callers enter codes themselves. If somebody reads one out, say that you do not need it.',
  },
  tries: {
    'restart-phone': 'Turn the phone off and on again. It then registers with the network anew.',
    'flight-mode': 'See whether flight mode is off and there is a signal.',
    'blocked-messages':
      'Look in the messages app under spam and blocked senders. On Android that is behind the profile picture, on an iPhone at the top right.',
    'send-again-other-network':
      'On the sign-in screen choose “Alternative two-factor authentication” and have the SMS sent again. It then takes another network.',
    'provider-outage': 'See on a site that lists outages whether the phone provider has problems.',
    'backup-code':
      'Was a backup code kept, for instance on paper? Let the caller enter it on the sign-in screen. It works once.',
    'spam-folder': 'Look in the folder with unwanted mail.',
    'right-mailbox':
      'See whether this is the mailbox that the code goes to. You see how the address begins on the case page.',
    'newest-code': 'Use the newest code only. Every new request makes the one before it invalid.',
    'typing-error': 'See whether digits were swapped.',
    'other-account-in-app': 'See in the app whether this is the code of the right account.',
    'fresh-code':
      'Is the code about to run out? Wait for the next; every 30 seconds there is a new one.',
    'phone-clock':
      'Let the phone set date, time and time zone automatically. If that is on already, turn it off and on again.',
    'other-app': 'Is there more than one authenticator app on the phone? Open the others too.',
    'app-backup':
      'Is there a backup of the app? Install the app again and choose “Restore from backup”.',
    'other-device': 'Is the app also on a tablet, a laptop or an old phone that still turns on?',
    'other-factor':
      'Can the caller sign in with another second factor that was set up before, such as SMS or a security key?',
    'newest-app': 'Update the app in the app store.',
    'open-app': 'Close the app completely and open it again. Waiting requests often appear then.',
    'allow-notifications':
      'See in the phone’s settings whether the app may show notifications, and whether “Do not disturb” is off.',
    'spare-key': 'Is there a second key, or a passkey on another device?',
    'key-other-port': 'Try the key in another port, or hold it against the phone.',
    'trusted-device': 'Does signing in still work on a computer where the caller signed in before?',
  },
};
