import type { Words } from './words';

/** Words that belong to no screen in particular: buttons, form bricks, tables, faults. */
export const nl = {
  product: 'Regain',
  actions: {
    next: 'Verder',
    back: 'Terug',
    save: 'Opslaan',
    cancel: 'Niet doen',
    close: 'Sluiten',
    search: 'Zoeken',
    open: 'Openen',
    all: 'Alles',
    home: 'Naar het begin',
  },
  form: {
    refused: 'Dit is niet gelukt',
    pending: 'Bezig…',
    choose: 'Kies…',
  },
  confirm: {
    reason: 'Reden',
    reasonHint: 'Komt in het verloop te staan. Schrijf geen codes of documentnummers op.',
  },
  steps: {
    ok: 'Klaar',
    now: 'Bezig',
    later: 'Nog niet begonnen',
    paused: 'Staat stil',
    stopped: 'Gestopt',
  },
  notice: { info: 'Ter informatie', warn: 'Let op', stop: 'Gestopt', done: 'Klaar' },
  pager: { label: 'Bladeren', previous: 'Vorige', next: 'Volgende' },
  filters: { label: 'Filters', remove: 'Filter weghalen: {name}' },
  table: { empty: 'Niets gevonden.' },
  nobody: 'niemand',
  unknown: 'onbekend',
  notFound: {
    title: 'Niet gevonden',
    text: 'Deze pagina bestaat niet, of is niet voor wie nu is aangemeld.',
  },
} as const;

export const en: Words<typeof nl> = {
  product: 'Regain',
  actions: {
    next: 'Continue',
    back: 'Back',
    save: 'Save',
    cancel: 'Do not do this',
    close: 'Close',
    search: 'Search',
    open: 'Open',
    all: 'All',
    home: 'Back to the start',
  },
  form: {
    refused: 'That did not work',
    pending: 'Working…',
    choose: 'Choose…',
  },
  confirm: {
    reason: 'Reason',
    reasonHint: 'Will be part of the history. Do not write down codes or document numbers.',
  },
  steps: {
    ok: 'Done',
    now: 'In progress',
    later: 'Not started yet',
    paused: 'Stands still',
    stopped: 'Stopped',
  },
  notice: { info: 'For your information', warn: 'Please note', stop: 'Stopped', done: 'Done' },
  pager: { label: 'Pages', previous: 'Previous', next: 'Next' },
  filters: { label: 'Filters', remove: 'Remove filter: {name}' },
  table: { empty: 'Nothing found.' },
  nobody: 'nobody',
  unknown: 'unknown',
  notFound: {
    title: 'Not found',
    text: 'This page does not exist, or is not for whoever is signed in now.',
  },
};
