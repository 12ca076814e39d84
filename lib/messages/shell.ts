import type { Role } from '../domain/access/roles';
import type { Words } from './words';

/** Words of the frame around every screen, and of the front page. */
export const nl = {
  skip: 'Naar de inhoud',
  menu: 'Menu',
  mainMenu: 'Hoofdmenu',
  signOut: 'Afmelden',
  /** Shown in the language that the switch leads to. */
  switchLanguage: 'English',
  switchLanguageLabel: 'Show this page in English',
  sections: {
    queue: 'Werkvoorraad',
    approvals: 'Te keuren',
    accounts: 'Accounts',
    people: 'Mensen',
    audit: 'Logboek',
    import: 'Importeren',
  },
  roles: {
    agent: 'helpdeskmedewerker',
    'functional-administrator': 'functioneel beheerder',
    auditor: 'auditor',
    'platform-administrator': 'platformbeheerder',
    'stand-in': 'plaatsvervanger',
  } satisfies Record<Role, string>,
  public: {
    recovery: 'accountherstel',
    account: 'mijn account',
    help: 'Vragen? Bel de helpdesk van {organisation} op het nummer dat je al kent.',
    helpAnyone: 'Vragen? Bel de helpdesk van je organisatie op het nummer dat je al kent.',
  },
  front: {
    title: 'Weer in je account, en niemand anders',
    intro:
      'Regain is de balie waar mensen die niet meer in hun account kunnen, het veilig terugkrijgen. Een helpdesk helpt; bewijzen, een tweede persoon en een wachttijd zorgen dat het echt jouw account blijft.',
    staffTitle: 'Werk je bij een helpdesk?',
    staffText: 'Meld je aan om zaken te openen, te volgen en goed te keuren.',
    staffAction: 'Aanmelden bij de balie',
    holderTitle: 'Kun je niet in je account?',
    holderText:
      'Bel de helpdesk van je organisatie op het nummer dat je al kent. Die leest je een zaakcode voor, waarmee je hier je zaak opent.',
    holderAction: 'Ik heb een zaakcode',
    holderAsk: 'Ik heb nog geen zaakcode',
    holderSignIn: 'Aanmelden bij je account',
    howTitle: 'Zo gaat een herstel',
    how: {
      simple: 'Eerst het eenvoudige',
      simpleWhy: 'Vaak is herstel niet nodig: een andere telefoon, een back-up, een oude code.',
      proofs: 'Laten zien dat jij het bent',
      proofsWhy:
        'Met twee verschillende middelen, op je eigen scherm. De helpdesk ziet je codes nooit en vraagt er nooit om.',
      approval: 'Akkoord van een tweede persoon',
      approvalWhy: 'Iemand die verder geen deel heeft aan de zaak.',
      wait: 'Een wachttijd',
      waitWhy:
        'Je krijgt bericht op al je adressen. Was jij dit niet, dan stop je het met één knop.',
      finish: 'Jij stelt het nieuwe in',
      finishWhy:
        'Daarna verdwijnen het oude, de vertrouwde apparaten en alle sessies, en kijken we of ze echt weg zijn.',
    },
  },
} as const;

export const en: Words<typeof nl> = {
  skip: 'Skip to the content',
  menu: 'Menu',
  mainMenu: 'Main menu',
  signOut: 'Sign out',
  switchLanguage: 'Nederlands',
  switchLanguageLabel: 'Toon deze pagina in het Nederlands',
  sections: {
    queue: 'Queue',
    approvals: 'To approve',
    accounts: 'Accounts',
    people: 'People',
    audit: 'Audit log',
    import: 'Import',
  },
  roles: {
    agent: 'helpdesk agent',
    'functional-administrator': 'functional administrator',
    auditor: 'auditor',
    'platform-administrator': 'platform administrator',
    'stand-in': 'stand-in',
  },
  public: {
    recovery: 'account recovery',
    account: 'my account',
    help: 'Questions? Call the helpdesk of {organisation} on the number that you already know.',
    helpAnyone:
      'Questions? Call the helpdesk of your organisation on the number that you already know.',
  },
  front: {
    title: 'Back into your account, and nobody else',
    intro:
      'Regain is the desk where locked-out people get their accounts back, safely. A helpdesk helps; proofs, a second person and a waiting period make sure that it stays your account.',
    staffTitle: 'Do you work at a helpdesk?',
    staffText: 'Sign in to open, follow and approve cases.',
    staffAction: 'Sign in to the desk',
    holderTitle: 'Locked out of your account?',
    holderText:
      'Call the helpdesk of your organisation on the number that you already know. They read out a case code, with which you open your case here.',
    holderAction: 'I have a case code',
    holderAsk: 'I have no case code yet',
    holderSignIn: 'Sign in to your account',
    howTitle: 'How a recovery goes',
    how: {
      simple: 'The simple things first',
      simpleWhy: 'Often no recovery is needed: another phone, a backup, an old code.',
      proofs: 'Show that it is you',
      proofsWhy:
        'With two different means, on your own screen. The helpdesk never sees your codes and never asks for them.',
      approval: 'Approval by a second person',
      approvalWhy: 'Someone who has no other part in the case.',
      wait: 'A waiting period',
      waitWhy: 'You are told at all your addresses. If this was not you, one button stops it.',
      finish: 'You set up the new factor',
      finishWhy:
        'Then the old one, the trusted devices and all sessions go, and we check that they are really gone.',
    },
  },
};
