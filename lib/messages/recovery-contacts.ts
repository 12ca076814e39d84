import * as contactLetters from './contact-letters';
import type { Words } from './words';

/** Recovery contacts: the account holder’s pages, those of the contact, the desk’s form, and the letters. */
export const nl = {
  statuses: {
    invited: 'Uitgenodigd',
    waiting: 'Wachttijd loopt',
    active: 'Telt mee',
    ended: 'Beëindigd',
  },
  problems: {
    'name-required': 'Vul een naam in.',
    'name-too-long': 'Houd de naam korter dan 80 tekens.',
    'name-unreadable': 'Vul alleen een naam in, geen adres of link.',
    'address-unreadable': 'Vul één e-mailadres in, zoals naam@voorbeeld.nl.',
  },
  own: {
    title: 'Herstelcontacten',
    text: 'Een herstelcontact is iemand die je vertrouwt, zoals een familielid of een vriend. Kun je je niet meer aanmelden, dan kan die persoon bevestigen dat jij het echt bent.',
    never:
      'Een herstelcontact krijgt nooit toegang tot je account. Ook na zo’n bevestiging geldt nog een wachttijd waarin jij nee kunt zeggen.',
    list: 'Jouw herstelcontacten',
    none: 'Je hebt nog geen herstelcontact',
    noneText:
      'Nodig iemand uit nu je nog kunt aanmelden. Het duurt tot een week voordat iemand meetelt.',
    past: 'Kort geleden beëindigd',
    invite: 'Herstelcontact uitnodigen',
    full: 'Je hebt zoveel herstelcontacten als mag: {most}. Beëindig er een als je iemand anders wilt vragen.',
    end: 'Beëindigen',
    endWhich: '{name} beëindigen',
    withdraw: 'Uitnodiging intrekken',
    withdrawWhich: 'Uitnodiging van {name} intrekken',
    byStaff:
      'Een beheerder heeft deze persoon namens jou uitgenodigd. Klopt dat niet? Trek de uitnodiging dan in.',
    invitedUntil: 'De uitnodiging kan worden aangenomen tot {when}.',
    countsFrom: 'Telt mee vanaf {when}. Tot dan, en ook daarna, kun je dit stoppen.',
    countsSince: 'Telt mee sinds {when}.',
    endedAt: 'Beëindigd op {when}: {how}.',
    ends: {
      withdrawn: 'de uitnodiging is ingetrokken',
      declined: 'de uitnodiging is afgewezen',
      expired: 'de uitnodiging is verlopen',
      holder: 'door jou',
      stopped: 'via de link in een bericht aan jou',
      contact: 'door het herstelcontact zelf',
      'own-address': 'het adres is nu een van je eigen adressen',
    },
    unreachable: 'Ons bericht aan dit adres kwam niet aan. Klopt het adres?',
    ended: 'Gedaan. Deze persoon kan niet meer voor je instaan.',
    invited: 'De uitnodiging is onderweg.',
    waits:
      'Je account is pas hersteld. Daarom gebeurt dit niet meteen, maar na 72 uur. Je krijgt er bericht van, en kunt het tot dan op de pagina van je account tegenhouden.',
    back: 'Terug naar je account',
  },
  invite: {
    title: 'Herstelcontact uitnodigen',
    text: 'Deze persoon krijgt een e-mail waarin staat wie je bent en wat een herstelcontact is. Overleg van tevoren: wie een onverwachte mail krijgt, zegt terecht nee.',
    name: 'Hoe noem je deze persoon?',
    nameHint: 'Bijvoorbeeld: Mirjam, of Oom Piet. Zo staat het ook in de e-mail.',
    address: 'E-mailadres',
    addressHint: 'Van de persoon zelf, niet van jou en niet een adres dat jullie delen.',
    submit: 'Uitnodiging sturen',
    back: 'Terug naar herstelcontacten',
    steps: 'Zo gaat het',
    step1: 'De persoon heeft zeven dagen om ja te zeggen.',
    step2:
      'Daarna begint een wachttijd van {wait}. Je krijgt daarvan bericht aan het begin en de dag voor het einde. Al die tijd kun je nee zeggen.',
    step3: 'Pas daarna telt deze persoon mee, en alleen voor een herstel dat later begint.',
  },
  end: {
    title: 'Herstelcontact beëindigen',
    titleInvited: 'Uitnodiging intrekken',
    text: '{name} kan dan niet meer voor je instaan en krijgt daarvan bericht. Wil je deze persoon later toch weer, dan begint alles opnieuw, ook de wachttijd.',
    textInvited: 'De link in de uitnodiging aan {name} werkt dan niet meer.',
    submit: 'Beëindigen',
    submitInvited: 'Uitnodiging intrekken',
    back: 'Toch niet',
  },
  door: {
    title: 'Je kreeg een bericht over een herstelcontact',
    text: 'Op de volgende pagina staat wie het vraagt en wat het betekent. Er gebeurt nog niets.',
    field: 'Code uit het bericht',
    hint: 'Vier groepjes van vier tekens. Hoofdletters of kleine letters maken niet uit.',
    submit: 'Verder',
    empty: 'Vul de code uit het bericht in, of open de link opnieuw.',
    unknown:
      'Deze link of code werkt niet. Misschien is de uitnodiging verlopen, of het herstelcontact beëindigd.',
  },
  invitation: {
    title: '{holder} vraagt je als herstelcontact',
    text: 'Het gaat om het account van {holder} bij {organisation}. Kan {holder} zich ooit niet meer aanmelden, dan kun jij bevestigen dat het echt {holder} is die om hulp vraagt.',
    byStaff:
      'Een beheerder van {organisation} heeft deze uitnodiging namens {holder} gestuurd. Vraag {holder} of dat klopt.',
    does: 'Wat je doet',
    doesItems: {
      one: 'Je krijgt een e-mail als {holder} je nodig heeft.',
      two: 'Je spreekt {holder}: samen, of op een nummer dat jij al kende. Daarna vul je een code van zes cijfers in die je van {holder} krijgt.',
      three: 'Je zegt eerlijk hoe jullie elkaar spraken. Twijfel je, dan doe je niets.',
    },
    doesNot: 'Wat het niet is',
    doesNotItems: {
      one: 'Je krijgt nooit toegang tot het account van {holder}.',
      two: 'Je ziet niets van {holder}: geen berichten, geen gegevens, niet of een herstel loopt.',
      three: 'Je bent nergens toe verplicht en kunt altijd stoppen.',
    },
    wait: 'Zeg je ja, dan begint een wachttijd van {wait}. {holder} krijgt daarvan bericht en kan nee zeggen. Jij kunt dat ook.',
    kept: 'Van jou bewaren we alleen je naam zoals {holder} die schreef, en je e-mailadres. Je krijgt hooguit één keer per jaar een herinnering.',
    until: 'Je kunt ja zeggen tot {when}.',
    accept: 'Ja, ik word herstelcontact',
    decline: 'Nee, liever niet',
    declineHint:
      '{holder} krijgt te horen dat je nee hebt gezegd, en kan je vier dagen lang niet opnieuw vragen.',
    unsure: 'Ken je {holder} niet, of heb je {holder} hierover niet gesproken? Zeg dan nee.',
  },
  about: {
    title: 'Herstelcontact',
    waitingTitle: 'Je bent bijna herstelcontact van {holder}',
    waitingText:
      'De wachttijd loopt tot {when}. Daarna tel je mee. {holder} en jij kunnen tot die tijd, en ook daarna, nee zeggen.',
    activeTitle: 'Je bent herstelcontact van {holder}',
    activeText:
      'Dat is voor het account bij {organisation}. Je hoeft nu niets te doen. Heeft {holder} je nodig, dan krijg je een e-mail.',
    thanks: 'Dank je wel. Je ja is vastgelegd.',
    careful:
      'Vraagt iemand je om een code of om geld, of belt iemand jou hierover? Bel dan zelf {holder}, op een nummer dat je al had.',
    leaveTitle: 'Wil je dit niet meer?',
    leaveText: 'Je kunt op elk moment stoppen. {holder} krijgt daarvan bericht.',
    leave: 'Ik stop als herstelcontact',
  },
  leave: {
    title: 'Stoppen als herstelcontact',
    text: 'Je kunt dan niet meer instaan voor {holder}. {holder} krijgt daarvan bericht en kan je vier dagen lang niet opnieuw vragen.',
    submit: 'Stoppen',
    back: 'Toch niet',
  },
  stop: {
    title: 'Wil je niet dat {name} je herstelcontact is?',
    invited:
      'Een beheerder van {organisation} heeft {name} namens jou uitgenodigd als herstelcontact.',
    waiting: '{name} wordt je herstelcontact bij {organisation}. De wachttijd loopt tot {when}.',
    active: '{name} is je herstelcontact bij {organisation}.',
    text: 'Je kunt het hier stoppen, met één knop, zonder aan te melden. Heb je {name} niet zelf gevraagd, dan probeert misschien iemand anders in je account te komen. Bel dan ook de helpdesk.',
    submit: 'Herstelcontact stoppen',
  },
  done: {
    declined: {
      title: 'Je hebt nee gezegd',
      text: 'Er gebeurt verder niets. Je kunt deze pagina sluiten.',
    },
    left: {
      title: 'Je bent geen herstelcontact meer',
      text: 'De accounthouder krijgt daarvan bericht. Je kunt deze pagina sluiten.',
    },
    stopped: {
      title: 'Het herstelcontact is gestopt',
      text: 'Deze persoon kan niet meer voor je instaan. Heb je deze persoon niet zelf gevraagd? Verander dan je wachtwoord en bel de helpdesk.',
    },
    vouched: {
      title: 'Dank je wel',
      text: 'Je antwoord is vastgelegd. Je hoeft niets meer te doen en kunt deze pagina sluiten.',
    },
    'not-counted': {
      title: 'Dank je wel dat je het eerlijk zegt',
      text: 'Wie jou belde of schreef, kan iedereen zijn geweest. Daarom telt dit niet als bewijs. Bel de accounthouder zelf, op een nummer dat je al had. Klopt het, vraag dan om een nieuwe code en open de link uit de e-mail opnieuw.',
    },
  },
  question: {
    title: 'Is het echt {holder} die om hulp vraagt?',
    text: '{holder} wil weer in het account bij {organisation} kunnen, en noemde jou als herstelcontact.',
    means:
      'Bevestig je dit, dan telt dat mee als bewijs dat het echt {holder} is. Alleen als je {holder} zelf hebt gesproken en de stem of het gezicht herkende, kun je dat weten.',
    doubt: 'Twijfel je? Doe dan niets en bel {holder} op een nummer dat je al had.',
    spoken: 'Hoe hebben jullie elkaar gesproken?',
    ways: {
      'in-person': 'We waren bij elkaar',
      'known-number': 'Ik belde een nummer dat ik al had',
      'they-contacted-me': 'Ik werd gebeld of kreeg een bericht',
    },
    waysHint: {
      'in-person': 'In dezelfde kamer, of op straat: je zag elkaar echt.',
      'known-number':
        'Uit je eigen telefoon of adresboek, niet een nummer uit een bericht dat je net kreeg.',
      'they-contacted-me':
        'Dat kan iedereen zijn geweest. Je antwoord telt dan niet als bewijs. Bel zelf terug op een nummer dat je al had.',
    },
    code: 'De code van zes cijfers',
    codeHint: 'Die krijg je van {holder}. Hij werkt vijftien minuten.',
    sure: 'Ik weet zeker dat ik {holder} zelf heb gesproken.',
    submit: 'Bevestigen',
    left: 'Deze code klopt niet. Je kunt het nog {left} keer proberen.',
    noCode:
      'Er is nu geen code, of hij is verlopen. Vraag {holder} om een nieuwe code te laten tonen.',
    spokenWanted: 'Kies hoe jullie elkaar hebben gesproken.',
    codeWanted: 'Vul de code van zes cijfers in.',
    sureWanted: 'Bevestig dat je de persoon zelf hebt gesproken, of sluit deze pagina.',
  },
  ...contactLetters.nl,
} as const;

export const en: Words<typeof nl> = {
  statuses: {
    invited: 'Invited',
    waiting: 'Waiting period',
    active: 'Counts',
    ended: 'Ended',
  },
  problems: {
    'name-required': 'Fill in a name.',
    'name-too-long': 'Keep the name shorter than 80 characters.',
    'name-unreadable': 'Fill in a name only, no address or link.',
    'address-unreadable': 'Fill in one e-mail address, such as name@example.com.',
  },
  own: {
    title: 'Recovery contacts',
    text: 'A recovery contact is somebody you trust, such as a relative or a friend. If you can no longer sign in, that person can confirm that it is really you.',
    never:
      'A recovery contact never gets access to your account. Even after they confirm, there is a waiting period in which you can say no.',
    list: 'Your recovery contacts',
    none: 'You have no recovery contact yet',
    noneText:
      'Invite somebody while you can still sign in. It takes up to a week before they count.',
    past: 'Ended a short while ago',
    invite: 'Invite a recovery contact',
    full: 'You have as many recovery contacts as are allowed: {most}. End one if you want to ask somebody else.',
    end: 'End',
    endWhich: 'End {name}',
    withdraw: 'Withdraw the invitation',
    withdrawWhich: 'Withdraw the invitation of {name}',
    byStaff:
      'An administrator invited this person on your behalf. Is that wrong? Then withdraw the invitation.',
    invitedUntil: 'The invitation can be accepted until {when}.',
    countsFrom: 'Counts from {when}. Until then, and afterwards too, you can stop this.',
    countsSince: 'Counts since {when}.',
    endedAt: 'Ended on {when}: {how}.',
    ends: {
      withdrawn: 'the invitation was withdrawn',
      declined: 'the invitation was declined',
      expired: 'the invitation expired',
      holder: 'by you',
      stopped: 'over the link in a message to you',
      contact: 'by the recovery contact',
      'own-address': 'the address is now one of your own',
    },
    unreachable: 'Our message to this address did not arrive. Is the address right?',
    ended: 'Done. This person can no longer vouch for you.',
    invited: 'The invitation is on its way.',
    waits:
      'Your account was recovered only just now. That is why this does not happen at once, but after 72 hours. You are told about it, and can stop it until then on the page of your account.',
    back: 'Back to your account',
  },
  invite: {
    title: 'Invite a recovery contact',
    text: 'This person gets an e-mail that says who you are and what a recovery contact is. Talk about it first: people rightly say no to an unexpected e-mail.',
    name: 'What do you call this person?',
    nameHint: 'For example: Mirjam, or Uncle Pete. The e-mail uses this name too.',
    address: 'E-mail address',
    addressHint: 'Their own, not yours and not one that you share.',
    submit: 'Send the invitation',
    back: 'Back to recovery contacts',
    steps: 'How it goes',
    step1: 'The person has seven days to say yes.',
    step2:
      'Then a waiting period of {wait} begins. You get a message when it begins and the day before it ends. All that time you can say no.',
    step3: 'Only then does this person count, and only for a recovery that starts later.',
  },
  end: {
    title: 'End a recovery contact',
    titleInvited: 'Withdraw the invitation',
    text: '{name} can then no longer vouch for you and is told so. If you want this person back later, everything starts again, the waiting period too.',
    textInvited: 'The link in the invitation to {name} then no longer works.',
    submit: 'End',
    submitInvited: 'Withdraw the invitation',
    back: 'Leave it',
  },
  door: {
    title: 'You have a message about a recovery contact',
    text: 'The next page says who is asking and what it means. Nothing happens yet.',
    field: 'Code from the message',
    hint: 'Four groups of four characters. Capitals or small letters make no difference.',
    submit: 'Next',
    empty: 'Fill in the code from the message, or open the link again.',
    unknown:
      'This link or code does not work. Perhaps the invitation has expired, or the recovery contact has ended.',
  },
  invitation: {
    title: '{holder} asks you to be a recovery contact',
    text: 'It is about the account of {holder} at {organisation}. If {holder} can ever no longer sign in, you can confirm that it is really {holder} who asks for help.',
    byStaff:
      'An administrator of {organisation} sent this invitation on behalf of {holder}. Ask {holder} whether that is right.',
    does: 'What you do',
    doesItems: {
      one: 'You get an e-mail when {holder} needs you.',
      two: 'You speak to {holder}: together, or on a number that you already knew. Then you fill in a code of six digits that you get from {holder}.',
      three: 'You say honestly how you spoke. If you doubt it, you do nothing.',
    },
    doesNot: 'What it is not',
    doesNotItems: {
      one: 'You never get access to the account of {holder}.',
      two: 'You see nothing of {holder}: no messages, no data, not whether a recovery is under way.',
      three: 'You are obliged to nothing and can always stop.',
    },
    wait: 'If you say yes, a waiting period of {wait} begins. {holder} is told and can say no. So can you.',
    kept: 'Of you we keep only your name as {holder} wrote it, and your e-mail address. You get a reminder at most once a year.',
    until: 'You can say yes until {when}.',
    accept: 'Yes, I will be a recovery contact',
    decline: 'No, I would rather not',
    declineHint: '{holder} is told that you said no, and cannot ask you again for four days.',
    unsure: 'Do you not know {holder}, or did you not speak to {holder} about this? Then say no.',
  },
  about: {
    title: 'Recovery contact',
    waitingTitle: 'You are almost a recovery contact of {holder}',
    waitingText:
      'The waiting period runs until {when}. After that you count. {holder} and you can say no until then, and afterwards too.',
    activeTitle: 'You are a recovery contact of {holder}',
    activeText:
      'That is for the account at {organisation}. You need not do anything now. If {holder} needs you, you get an e-mail.',
    thanks: 'Thank you. Your yes has been recorded.',
    careful:
      'If somebody asks you for a code or for money, or calls you about this, call {holder} yourself, on a number that you already had.',
    leaveTitle: 'Do you no longer want this?',
    leaveText: 'You can stop at any moment. {holder} is told.',
    leave: 'Stop being a recovery contact',
  },
  leave: {
    title: 'Stop being a recovery contact',
    text: 'You can then no longer vouch for {holder}. We tell {holder}, who cannot ask you again for four days.',
    submit: 'Stop',
    back: 'Leave it',
  },
  stop: {
    title: 'Do you not want {name} to be your recovery contact?',
    invited:
      'An administrator of {organisation} invited {name} on your behalf as recovery contact.',
    waiting:
      '{name} is becoming your recovery contact at {organisation}. The waiting period runs until {when}.',
    active: '{name} is your recovery contact at {organisation}.',
    text: 'You can stop it here, with one button, without signing in. If you did not ask {name} yourself, somebody else may be trying to get into your account. Then call the helpdesk too.',
    submit: 'Stop the recovery contact',
  },
  done: {
    declined: {
      title: 'You said no',
      text: 'Nothing more happens. You can close this page.',
    },
    left: {
      title: 'You are no longer a recovery contact',
      text: 'The account holder is told. You can close this page.',
    },
    stopped: {
      title: 'The recovery contact has been stopped',
      text: 'This person can no longer vouch for you. Did you not ask this person yourself? Then change your password and call the helpdesk.',
    },
    vouched: {
      title: 'Thank you',
      text: 'Your answer has been recorded. You need not do anything more and can close this page.',
    },
    'not-counted': {
      title: 'Thank you for being honest',
      text: 'Whoever called or wrote to you could have been anybody. That is why this does not count as proof. Call the account holder yourself, on a number that you already had. If it is true, ask for a new code and open the link in the e-mail again.',
    },
  },
  question: {
    title: 'Is it really {holder} asking for help?',
    text: '{holder} wants to get back into the account at {organisation}, and named you as recovery contact.',
    means:
      'If you confirm this, it counts as proof that it is really {holder}. You can only know that if you spoke to {holder} yourself and recognised the voice or the face.',
    doubt: 'In doubt? Do nothing, and call {holder} on a number that you already had.',
    spoken: 'How did you talk to each other?',
    ways: {
      'in-person': 'We were together',
      'known-number': 'I called a number that I already had',
      'they-contacted-me': 'I was called, or I got a message',
    },
    waysHint: {
      'in-person': 'In the same room, or in the street: you really saw each other.',
      'known-number': 'From your own phone or address book, not a number from a recent message.',
      'they-contacted-me':
        'That could have been anybody. Your answer then does not count as proof. Call back yourself, on a number that you already had.',
    },
    code: 'The six-digit code',
    codeHint: 'You get it from {holder}. It works for fifteen minutes.',
    sure: 'I am sure that I spoke to {holder} personally.',
    submit: 'Confirm',
    left: 'This code is not right. You can try {left} more times.',
    noCode: 'There is no code now, or it has expired. Ask {holder} to have a new code shown.',
    spokenWanted: 'Choose how you talked to each other.',
    codeWanted: 'Enter the six-digit code.',
    sureWanted: 'Confirm that you spoke to the person yourself, or close this page.',
  },
  ...contactLetters.en,
};
