import type { Listener } from '@weerklank/core/shared/spoken'

/** Said in the same words to everyone, or in the form of address that someone is spoken to with. */
type Phrase = string | { readonly u: string; readonly je: string }

/** Every sentence of a person's own page. `{name}` places are filled in; Dutch is the source. */
const nl = {
  // Around every page
  home: { u: 'Uw eigen pagina', je: 'Je eigen pagina' },
  hello: 'Dag {name}',
  intro: {
    u: 'Hier ziet u wat u koos en wat er van u bewaard wordt.',
    je: 'Hier zie je wat je koos en wat er van je bewaard wordt.',
  },
  back: { u: 'Terug naar uw pagina', je: 'Terug naar je pagina' },
  otherLanguage: 'English',

  // Choices
  choices: { u: 'Uw keuzes', je: 'Je keuzes' },
  choicesOf: 'Keuzes voor {name}',
  choicesIntro: {
    u: 'U kiest per onderwerp. Veranderen mag altijd.',
    je: 'Je kiest per onderwerp. Veranderen mag altijd.',
  },
  aboutChild: { u: 'U kiest hier voor {name}.', je: 'Je kiest hier voor {name}.' },
  whatIfNo: 'Als het antwoord nee is',
  whoSees: 'Wie het ziet',
  howLong: 'Hoe lang',
  howToStop: 'Stoppen',
  now: 'Dit is nu de keuze: {state}',
  saidOn: '{name}: {decision} op {day}',
  notSaid: '{name}: nog geen antwoord',
  notConfirmed: '{name}: zei ja, moet dat hier zelf bevestigen',
  yes: 'ja',
  no: 'nee',
  alsoAsked: 'Iedereen hieronder moet ja zeggen.',
  assent: { u: 'Zegt {name} nee? Dan gebeurt het niet.', je: 'Zegt {name} nee? Dan gebeurt het niet.' },
  noParent: {
    u: 'We weten nog niet wie gezag heeft. Vraag het aan uw hulpverlener.',
    je: 'We weten nog niet welke ouder gezag heeft. Vraag het aan je hulpverlener.',
  },
  notChosen: 'Nog niet gekozen',
  stopNow: 'Stoppen',
  keep: 'Bewaar deze keuze',
  chooseFirst: 'Kies ja of nee. Er is nog niets veranderd.',
  kept: { u: 'Uw keuze is bewaard.', je: 'Je keuze is bewaard.' },
  receipt: 'Bewijs van stoppen',
  onDay: 'Op {day}',
  ifStop: { u: 'Als u stopt', je: 'Als je stopt' },
  willDelete: 'We wissen meteen wat hiervoor bewaard is: {count}.',
  cannotTakeBack: 'Dit kunnen we niet meer terughalen: {titles}.',
  notYours: { u: 'Hier kunt u nu niet over kiezen.', je: 'Hier kun je nu niet over kiezen.' },
  textChanged: 'De tekst is net veranderd. Lees de nieuwe tekst en kies dan.',

  // Who looked
  looked: 'Wie keek er?',
  lookedIntro: {
    u: 'Hier staat wie uw gegevens bekeek, en waarom dat mocht.',
    je: 'Hier staat wie je gegevens bekeek, en waarom dat mocht.',
  },
  nobodyLooked: 'Er heeft nog niemand gekeken.',

  // What is kept
  data: { u: 'Wat er van u bewaard wordt', je: 'Wat er van je bewaard wordt' },
  dataIntro: {
    u: 'U kunt alles meenemen wat over u gaat. Het is van u.',
    je: 'Je kunt alles meenemen wat over jou gaat. Het is van jou.',
  },
  'count.answers': { u: 'Uw antwoorden', je: 'Je antwoorden' },
  'count.agreements': 'Afspraken',
  'count.notes': 'Notities',
  'count.decisions': 'Keuzes',
  'count.material': 'Antwoorden in het onderzoek',
  code: { u: 'In het onderzoek heet u {code}.', je: 'In het onderzoek heet je {code}.' },
  notesElsewhere: {
    u: 'Er zijn ook notities die ook over anderen gaan. Vraag {names} ernaar.',
    je: 'Er zijn ook notities die ook over anderen gaan. Vraag {names} ernaar.',
  },
  helper: { u: 'uw hulpverlener', je: 'je hulpverlener' },
  downloadPage: 'Download als leesbare pagina',
  downloadData: 'Download als bestand voor computers (JSON)',
  family: 'Ouders en kinderen',
  yourParent: { u: 'Uw ouder of voogd', je: 'Je ouder of voogd' },
  yourChild: { u: 'Uw kind', je: 'Je kind' },
  notNamed: 'de naam staat ergens anders',
  'authority.parent': 'ouder met gezag',
  'authority.guardian': 'voogd',
  'authority.none': 'ouder zonder gezag',
  linksMade: {
    u: 'Links naar uw pagina: van wanneer tot wanneer',
    je: 'Links naar je pagina: van wanneer tot wanneer',
  },
  filesWithYou: {
    u: 'Bestanden voor onderzoek met uw antwoorden',
    je: 'Bestanden voor onderzoek met jouw antwoorden',
  },
  publishedOn: 'Gepubliceerd op {day}.',
  stoppedOn: { u: 'U stopte op {day}.', je: 'Je stopte op {day}.' },
  emergencies: 'Met spoed bekeken: wie, wanneer en waarom',
  lookedCut: 'Dit zijn de laatste keren. Er is meer: vraag ernaar.',
  lookedMore: {
    u: 'Dit zijn de laatste keren. Alles staat in het bestand bij “Wat er van u bewaard wordt”.',
    je: 'Dit zijn de laatste keren. Alles staat in het bestand bij “Wat er van je bewaard wordt”.',
  },
  receipts: 'Bewijzen van stoppen en wissen',
  deleted: 'Gewist: {answers} antwoorden, {signals} signalen, {invitations} vragen.',

  // Requests
  request: 'Iets verbeteren of wissen',
  requestIntro: {
    u: 'Klopt er iets niet? Of wilt u dat wij iets wissen? Schrijf het hier.',
    je: 'Klopt er iets niet? Of wil je dat wij iets wissen? Schrijf het hier.',
  },
  requestWhat: { u: 'Wat wilt u?', je: 'Wat wil je?' },
  correction: 'Iets verbeteren',
  deletion: 'Iets wissen',
  requestWhere: 'Bij welke samenwerking?',
  requestText: { u: 'Wat moeten we veranderen of wissen?', je: 'Wat moeten we veranderen of wissen?' },
  requestFor: 'Iets verbeteren of wissen voor {name}',
  requestForChild: {
    u: 'U vraagt dit voor {name}. {name} kan het ook lezen.',
    je: 'Je vraagt dit voor {name}. {name} kan het ook lezen.',
  },
  requestBy: 'Gevraagd door {name}',
  parent: 'een ouder',
  requestMissing: {
    u: 'Kies wat er moet gebeuren, en schrijf wat u bedoelt.',
    je: 'Kies wat er moet gebeuren, en schrijf wat je bedoelt.',
  },
  requestSend: 'Verstuur dit verzoek',
  requestSent: { u: 'Uw verzoek is verstuurd.', je: 'Je verzoek is verstuurd.' },
  requestAsked: { u: 'Dit vroeg u eerder', je: 'Dit vroeg je eerder' },
  requestOpen: 'Nog geen antwoord',
  'outcome.done': 'Gedaan',
  'outcome.partly': 'Een deel is gedaan',
  'outcome.refused': 'Niet gedaan',
  noPlace: { u: 'U doet nu nergens mee.', je: 'Je doet nu nergens mee.' },

  privacy: { u: 'Wat gebeurt er met uw antwoord?', je: 'Wat gebeurt er met je antwoord?' },
  privacyForAll: 'Voor iedereen te lezen',

  // A child's answers
  answersOf: 'Wat {name} antwoordde',
  answersIntro: {
    u: 'U leest dit omdat {name} nog geen 12 is.',
    je: 'Je leest dit omdat {name} nog geen 12 is.',
  },
  answersAgreed: {
    u: 'U leest dit omdat {name} dat goed vindt.',
    je: 'Je leest dit omdat {name} dat goed vindt.',
  },
  answersSeen: '{name} kan zien dat dit gelezen is.',
  noAnswers: 'Er zijn nog geen antwoorden.',
  leftEmpty: 'Leeg gelaten',
  answersClosed: {
    u: '{name} beslist hier zelf over. U kunt het niet lezen.',
    je: '{name} beslist hier zelf over. Je kunt het niet lezen.',
  },

  // The link itself
  link: 'Deze link',
  linkUntil: {
    u: 'Deze link is van u. Hij werkt tot en met {day}.',
    je: 'Deze link is van jou. Hij werkt tot en met {day}.',
  },
  linkSecret: 'Wie de link heeft, kan dit lezen. Geef hem aan niemand.',
  renew: 'Maak een nieuwe link',
  renewed: 'Dit is de nieuwe link. De oude werkt niet meer.',
  stop: 'Laat deze link stoppen',
  stopped: 'De link is gestopt',
  stoppedText: {
    u: 'Niemand kan deze pagina nu nog openen. Vraag uw hulpverlener om een nieuwe link.',
    je: 'Niemand kan deze pagina nu nog openen. Vraag je hulpverlener om een nieuwe link.',
  },

  // Links that lead nowhere
  unknownTitle: 'Deze link kennen we niet',
  unknownText: 'Misschien mist er een stukje van de link.',
  unknownDo: {
    u: 'Open de link nog eens vanuit uw bericht. Of vraag een nieuwe aan uw hulpverlener.',
    je: 'Open de link nog eens vanuit je bericht. Of vraag een nieuwe aan je hulpverlener.',
  },
  expiredTitle: 'Deze link is verlopen',
  expiredText: { u: 'U kunt zelf een nieuwe maken.', je: 'Je kunt zelf een nieuwe maken.' },
  revokedTitle: 'Deze link werkt niet meer',
  revokedText: {
    u: 'De link is gestopt. Vraag een nieuwe aan uw hulpverlener.',
    je: 'De link is gestopt. Vraag een nieuwe aan je hulpverlener.',
  },
  unavailableTitle: 'Het lukt nu even niet',
  unavailableText: 'Er is niets veranderd en niets weg.',
  unavailableDo: {
    u: 'Wacht een paar minuten. Probeer het dan nog een keer.',
    je: 'Wacht een paar minuten. Probeer het dan nog een keer.',
  },
  tryAgain: 'Probeer het nog een keer',
} as const satisfies Record<string, Phrase>

const en: Record<keyof typeof nl, string> = {
  home: 'Your own page',
  hello: 'Hello {name}',
  intro: 'Here you see what you chose and what is kept about you.',
  back: 'Back to your page',
  otherLanguage: 'Nederlands',

  choices: 'Your choices',
  choicesOf: 'Choices for {name}',
  choicesIntro: 'You choose per subject. You may always change your mind.',
  aboutChild: 'Here you choose for {name}.',
  whatIfNo: 'If the answer is no',
  whoSees: 'Who sees it',
  howLong: 'How long',
  howToStop: 'Stopping',
  now: 'This is the choice now: {state}',
  saidOn: '{name}: {decision} on {day}',
  notSaid: '{name}: no answer yet',
  notConfirmed: '{name}: said yes, has to confirm it here in person',
  yes: 'yes',
  no: 'no',
  alsoAsked: 'Everyone below has to say yes.',
  assent: 'If {name} says no, it does not happen.',
  noParent: 'We do not know yet who has authority. Ask your care worker.',
  notChosen: 'Not chosen yet',
  stopNow: 'Stop',
  keep: 'Keep this choice',
  chooseFirst: 'Choose yes or no. Nothing has changed yet.',
  kept: 'Your choice is kept.',
  receipt: 'Receipt of stopping',
  onDay: 'On {day}',
  ifStop: 'If you stop',
  willDelete: 'We delete at once what is kept for this: {count}.',
  cannotTakeBack: 'This we cannot take back any more: {titles}.',
  notYours: 'You cannot choose about this now.',
  textChanged: 'The text has just changed. Read the new text, then choose.',

  looked: 'Who looked?',
  lookedIntro: 'Here you see who looked at your data, and why that was allowed.',
  nobodyLooked: 'Nobody has looked yet.',

  data: 'What is kept about you',
  dataIntro: 'You can take along everything that is about you. It is yours.',
  'count.answers': 'Your answers',
  'count.agreements': 'Agreements',
  'count.notes': 'Notes',
  'count.decisions': 'Choices',
  'count.material': 'Answers in the research',
  code: 'In the research you are called {code}.',
  notesElsewhere: 'There are also notes that are about others too. Ask {names} about them.',
  helper: 'your care worker',
  downloadPage: 'Download as a page to read',
  downloadData: 'Download as a file for computers (JSON)',
  family: 'Parents and children',
  yourParent: 'Your parent or guardian',
  yourChild: 'Your child',
  notNamed: 'the name is kept elsewhere',
  'authority.parent': 'parent with authority',
  'authority.guardian': 'guardian',
  'authority.none': 'parent without authority',
  linksMade: 'Links to your page: from when until when',
  filesWithYou: 'Files for research with your answers',
  publishedOn: 'Published on {day}.',
  stoppedOn: 'You stopped on {day}.',
  emergencies: 'Looked at in an emergency: who, when and why',
  lookedCut: 'These are the latest times. There is more: ask for it.',
  lookedMore: 'These are the latest times. All of it is in the file under “What is kept about you”.',
  receipts: 'Receipts of stopping and deleting',
  deleted: 'Deleted: {answers} answers, {signals} signals, {invitations} questions.',

  request: 'Correct or delete something',
  requestIntro: 'Is something not right? Or do you want us to delete something? Write it here.',
  requestWhat: 'What do you want?',
  correction: 'Correct something',
  deletion: 'Delete something',
  requestWhere: 'In which collaboration?',
  requestText: 'What should we change or delete?',
  requestFor: 'Correct or delete something for {name}',
  requestForChild: 'You ask this for {name}. {name} can read it too.',
  requestBy: 'Asked by {name}',
  parent: 'a parent',
  requestMissing: 'Choose what should happen, and write what you mean.',
  requestSend: 'Send this request',
  requestSent: 'Your request was sent.',
  requestAsked: 'This you asked before',
  requestOpen: 'No answer yet',
  'outcome.done': 'Done',
  'outcome.partly': 'A part was done',
  'outcome.refused': 'Not done',
  noPlace: 'You take part in nothing now.',

  privacy: 'What happens with your answer?',
  privacyForAll: 'For everybody to read',

  answersOf: 'What {name} answered',
  answersIntro: 'You read this because {name} is not 12 yet.',
  answersAgreed: 'You read this because {name} agrees.',
  answersSeen: '{name} can see that this was read.',
  noAnswers: 'There are no answers yet.',
  leftEmpty: 'Left empty',
  answersClosed: '{name} decides about this. You cannot read it.',

  link: 'This link',
  linkUntil: 'This link is yours. It works up to and including {day}.',
  linkSecret: 'Whoever has the link can read this. Give it to nobody.',
  renew: 'Make a new link',
  renewed: 'This is the new link. The old one no longer works.',
  stop: 'End this link',
  stopped: 'The link has ended',
  stoppedText: 'Nobody can open this page any more. Ask your care worker for a new link.',

  unknownTitle: 'We do not know this link',
  unknownText: 'Perhaps a part of the link is missing.',
  unknownDo: 'Open the link again from your message. Or ask your care worker for a new one.',
  expiredTitle: 'This link has expired',
  expiredText: 'You can make a new one yourself.',
  revokedTitle: 'This link no longer works',
  revokedText: 'The link was ended. Ask your care worker for a new one.',
  unavailableTitle: 'It does not work right now',
  unavailableText: 'Nothing has changed and nothing is lost.',
  unavailableDo: 'Wait a few minutes. Then try again.',
  tryAgain: 'Try again',
}

export const ownPageText = { nl, en }

export type OwnWords = Record<keyof typeof nl, string>

/** All sentences in the listener's language and form of address. */
export function ownWordsFor(listener: Listener): OwnWords {
  if (listener.language === 'en') return en
  const chosen = Object.entries<Phrase>(nl).map(([key, phrase]) => [
    key,
    typeof phrase === 'string' ? phrase : phrase[listener.address],
  ])
  return Object.fromEntries(chosen) as OwnWords
}
