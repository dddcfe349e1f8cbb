import { openTextAtMost, type SubmissionProblem } from '@weerklank/core/feedback/submission'
import { problemText } from '@weerklank/core/feedback/submission.words'
import { screenLanguage } from '@weerklank/core/shared/language'
import { fill, type Phrase, type Reader, wordsTo } from '@weerklank/core/shared/spoken'
import { inFurther } from '../http/further-languages.ts'

/** Every sentence of the respondent's pages. `{name}` places are filled in; Dutch is the source (others: content/languages). */
const nl = {
  // Around every page
  leave: 'Nu niet meedoen',
  askLess: 'Minder vaak vragen, of stoppen',
  language: 'Taal / language',
  chooseLanguage: 'In welke taal?',
  and: 'en',
  or: 'of',
  others: '{count} anderen',
  theOther: 'de ander',
  helper: { u: 'uw hulpverlener', je: 'je hulpverlener' },
  titleCheck: 'Hoe was het samen?',

  // Above the questions
  helloToday: { u: 'Dag {name}, hoe was het samen vandaag?', je: 'Hoi {name}, hoe was het samen vandaag?' },
  helloDay: { u: 'Dag {name}, hoe was het samen op {day}?', je: 'Hoi {name}, hoe was het samen op {day}?' },
  hello: { u: 'Dag {name}, hoe was het samen?', je: 'Hoi {name}, hoe was het samen?' },
  aboutContact: {
    u: '{Count} korte vragen over uw gesprek met {names}.',
    je: '{Count} korte vragen over je gesprek met {names}.',
  },
  aboutTogether: '{Count} korte vragen over samenwerken met {names}.',
  noWrong: { u: 'Er is geen goed of fout.', je: 'Er is geen goed of fout.' },
  mayBeEmpty: { u: 'U mag elke vraag overslaan.', je: 'Je mag elke vraag overslaan.' },
  seenBy: { u: 'Alleen u en {names} zien dit.', je: 'Alleen jij en {names} zien dit.' },
  mutual: {
    u: 'Uw antwoord gaat pas open als het andere er ook is, of na {days} dagen. Daarna leest u ook het antwoord van de ander.',
    je: 'Je antwoord gaat pas open als het andere er ook is, of na {days} dagen. Daarna lees jij ook het antwoord van de ander.',
  },
  mutualWhere: 'Dat staat straks bij ‘Mijn keuzes en gegevens’.',
  unseenByOne: '{names} ziet het niet.',
  unseenByMany: '{names} zien het niet.',
  unseenByRest: 'Verder ziet niemand het.',
  readAloud: 'Lees de vragen voor',
  stopReading: 'Stop met voorlezen',

  // The questions
  step: 'Vraag {n} van {count}',
  unanswered: 'Nog geen antwoord',
  current: 'Deze vraag nu',
  answered: 'Ingevuld',
  mayStayEmpty: 'Mag leeg blijven',
  hint: 'Schuif de knop, of tik op de lijn.',
  hintFaces: 'Tik op een gezicht.',
  back: 'Terug',
  next: 'Volgende',
  hide: 'Verberg mijn antwoorden',
  helperWrites: 'Op papier tekenen mag ook. Wie helpt, schrijft hier mee.',
  drawHere: 'Teken met je vinger of de muis.',
  wipe: 'Wis de tekening',
  drawOnPaper: 'Tekenen mag op papier.',
  drawing: 'Tekening',
  clear: 'Wis dit antwoord',
  noAnswer: 'Geen antwoord',
  agreed: 'Jullie spraken af: “{text}”',
  changedQuestion: 'Is dat veranderd?',
  changed: 'Ja, dat is veranderd',
  'a-bit': 'Een beetje',
  'not-yet': 'Nog niet',

  // Where a mark stands on the line; the words at the near end follow
  at: 'helemaal bij: ',
  near: 'dicht bij: ',
  towards: 'iets meer naar: ',
  middle: 'in het midden',

  // Sending
  send: 'Verstuur naar {names}',
  offline: {
    u: 'Geen internet? Geen probleem. Uw telefoon bewaart uw antwoord en verstuurt het later.',
    je: 'Geen internet? Geen probleem. Je telefoon bewaart je antwoord en verstuurt het later.',
  },
  sending: { u: 'We versturen uw antwoord …', je: 'We versturen je antwoord …' },
  stored: { u: 'Uw antwoord is binnen.', je: 'Je antwoord is binnen.' },
  waiting: {
    u: 'Uw antwoord is bewaard op deze telefoon. We versturen het zodra er weer internet is. Laat dit scherm open, of kom later terug.',
    je: 'Je antwoord is bewaard op deze telefoon. We versturen het zodra er weer internet is. Laat dit scherm open, of kom later terug.',
  },
  waitingHere: {
    u: 'Uw antwoord is nog niet verstuurd. Laat dit scherm open: we proberen het steeds opnieuw.',
    je: 'Je antwoord is nog niet verstuurd. Laat dit scherm open: we proberen het steeds opnieuw.',
  },
  retry: 'Probeer het nu',
  notSent: {
    u: 'Uw antwoord is niet verstuurd. Het staat hier nog.',
    je: 'Je antwoord is niet verstuurd. Het staat hier nog.',
  },
  errorTitle: 'Nog niet alles klopt',
  errorKept: { u: 'Uw antwoorden staan er nog.', je: 'Je antwoorden staan er nog.' },

  // After answering
  thanks: { u: 'Dank u wel, {name}.', je: 'Dank je wel, {name}.' },
  sealed: {
    u: 'Wat u hebt geantwoord, blijft nu nog dicht.',
    je: 'Wat je hebt geantwoord, blijft nu nog dicht.',
  },
  elsewhere: {
    u: 'Wat u hebt geantwoord, leest u op uw eigen pagina.',
    je: 'Wat je hebt geantwoord, lees je op je eigen pagina.',
  },
  yourAnswers: { u: 'Dit hebt u geantwoord', je: 'Dit heb je geantwoord' },
  leftEmpty: { u: 'U liet deze vraag leeg.', je: 'Je liet deze vraag leeg.' },
  yourWords: { u: 'In uw eigen woorden', je: 'In je eigen woorden' },
  whatNext: 'Wat gebeurt er nu?',
  nextReadOne: { u: '{names} leest uw antwoord.', je: '{names} leest je antwoord.' },
  nextReadMany: { u: '{names} lezen uw antwoord.', je: '{names} lezen je antwoord.' },
  nextTalk: {
    u: 'U praat er de volgende keer samen over.',
    je: 'Jullie praten er de volgende keer samen over.',
  },
  nextTalkDay: { u: 'U praat er samen over op {day}.', je: 'Jullie praten er samen over op {day}.' },
  nextAgree: {
    u: 'Spreekt u samen iets af? Dan vragen we later of het veranderd is.',
    je: 'Spreken jullie iets af? Dan vragen we later of het veranderd is.',
  },
  changeMind: {
    u: 'Wilt u nog iets veranderen of vertellen? Zeg het tegen {names}.',
    je: 'Wil je nog iets veranderen of vertellen? Zeg het tegen {names}.',
  },
  ownPage: 'Mijn keuzes en gegevens',
  whoReads: 'Kies wie dit mag lezen',
  signedInHere: 'Op dit toestel is iemand ingelogd. Daarom kan het hier niet.',
  byOwnLink: {
    u: 'Uw eigen pagina opent u met uw eigen link.',
    je: 'Je eigen pagina open je met je eigen link.',
  },
  askOwnLink: 'Geen link? Vraag {names} erom.',
  mayClose: { u: 'U kunt dit scherm nu sluiten.', je: 'Je kunt dit scherm nu sluiten.' },

  // Links that do not lead to the questions
  unknownTitle: 'Deze link kennen we niet',
  unknownText: 'Misschien mist er een stukje van de link.',
  unknownDo: {
    u: 'Open de link nog eens vanuit uw bericht. Of vraag een nieuwe aan uw hulpverlener.',
    je: 'Open de link nog eens vanuit je bericht. Of vraag een nieuwe aan je hulpverlener.',
  },
  expiredTitle: 'Deze link is verlopen',
  expiredText: 'Een link werkt een paar weken.',
  expiredDo: {
    u: 'U kunt zelf een nieuwe maken. Wat u al had ingevuld op dit toestel, blijft staan.',
    je: 'Je kunt zelf een nieuwe maken. Wat je al had ingevuld op dit toestel, blijft staan.',
  },
  renew: 'Geef mij een nieuwe link',
  endedTitle: 'Deze vragen zijn gesloten',
  endedText: 'De link is al lang verlopen. Antwoorden kan niet meer.',
  endedDo: {
    u: 'Wilt u toch iets vertellen? Zeg het tegen {names}.',
    je: 'Wil je toch iets vertellen? Zeg het tegen {names}.',
  },
  revokedByTitle: '{name} heeft deze link ingetrokken',
  revokedTitle: 'Deze link is ingetrokken',
  revokedText: { u: 'U hoeft niets te doen.', je: 'Je hoeft niets te doen.' },
  revokedDo: {
    u: 'Wilt u weten waarom? Vraag het gerust aan {name}.',
    je: 'Wil je weten waarom? Vraag het gerust aan {name}.',
  },
  unavailableTitle: 'Het lukt nu even niet',
  unavailableText: { u: 'Uw antwoord is niet weg.', je: 'Je antwoord is niet weg.' },
  unavailableDo: {
    u: 'Wacht een paar minuten. Probeer het dan nog een keer.',
    je: 'Wacht een paar minuten. Probeer het dan nog een keer.',
  },
  tryAgain: 'Probeer het nog een keer',
  tooLargeTitle: 'Dit antwoord is te lang',
  tooLargeText: {
    u: 'Uw antwoord is niet verstuurd.',
    je: 'Je antwoord is niet verstuurd.',
  },
  tooLargeDo: {
    u: 'Ga terug en maak uw tekst korter. Verstuur het daarna opnieuw.',
    je: 'Ga terug en maak je tekst korter. Verstuur het daarna opnieuw.',
  },
  notNowTitle: 'Dat is goed',
  notNowText: {
    u: 'U doet nu niet mee. Er is niets verstuurd.',
    je: 'Je doet nu niet mee. Er is niets verstuurd.',
  },
  notNowUntil: {
    u: 'Wilt u later toch meedoen? De link werkt tot en met {day}.',
    je: 'Wil je later toch meedoen? De link werkt tot en met {day}.',
  },
  backToQuestions: 'Terug naar de vragen',
} as const satisfies Record<string, Phrase>

const en: Record<keyof typeof nl, string> = {
  leave: 'Not taking part now',
  askLess: 'Ask less often, or stop',
  language: 'Language',
  chooseLanguage: 'In which language?',
  and: 'and',
  or: 'or',
  others: '{count} others',
  theOther: 'the other',
  helper: 'your care worker',
  titleCheck: 'How was it together?',

  helloToday: 'Hi {name}, how was it together today?',
  helloDay: 'Hi {name}, how was it together on {day}?',
  hello: 'Hi {name}, how was it together?',
  aboutContact: '{Count} short questions about your talk with {names}.',
  aboutTogether: '{Count} short questions about working together with {names}.',
  noWrong: 'There is no right or wrong.',
  mayBeEmpty: 'You may skip any question.',
  seenBy: 'Only you and {names} see this.',
  mutual:
    'Your answer opens only when the other one is there, or after {days} days. Then you read the answer of the other too.',
  mutualWhere: 'It will stand at ‘My choices and data’.',
  unseenByOne: '{names} does not see it.',
  unseenByMany: '{names} do not see it.',
  unseenByRest: 'Nobody else sees it.',
  readAloud: 'Read the questions aloud',
  stopReading: 'Stop reading aloud',

  step: 'Question {n} of {count}',
  unanswered: 'No answer yet',
  current: 'This question now',
  answered: 'Filled in',
  mayStayEmpty: 'May stay empty',
  hint: 'Slide the button, or tap the line.',
  hintFaces: 'Tap a face.',
  back: 'Back',
  next: 'Next',
  hide: 'Hide my answers',
  helperWrites: 'You may also draw on paper. Whoever helps writes it down here.',
  drawHere: 'Draw with your finger or the mouse.',
  wipe: 'Wipe the drawing',
  drawOnPaper: 'You may draw on paper.',
  drawing: 'Drawing',
  clear: 'Clear this answer',
  noAnswer: 'No answer',
  agreed: 'You agreed: “{text}”',
  changedQuestion: 'Did that change?',
  changed: 'Yes, it changed',
  'a-bit': 'A little',
  'not-yet': 'Not yet',

  at: 'completely at: ',
  near: 'close to: ',
  towards: 'a bit more towards: ',
  middle: 'in the middle',

  send: 'Send to {names}',
  offline: 'No internet? No problem. Your phone keeps your answer and sends it later.',
  sending: 'Sending your answer …',
  stored: 'Your answer has arrived.',
  waiting:
    'Your answer is kept on this phone. We send it as soon as there is internet again. Leave this screen open, or come back later.',
  waitingHere: 'Your answer has not been sent yet. Leave this screen open: we keep trying.',
  retry: 'Try now',
  notSent: 'Your answer was not sent. It is still here.',
  errorTitle: 'Something is not right yet',
  errorKept: 'Your answers are still here.',

  thanks: 'Thank you, {name}.',
  sealed: 'What you answered stays shut for now.',
  elsewhere: 'What you answered you read on your own page.',
  yourAnswers: 'This is what you answered',
  leftEmpty: 'You left this question empty.',
  yourWords: 'In your own words',
  whatNext: 'What happens now?',
  nextReadOne: '{names} reads your answer.',
  nextReadMany: '{names} read your answer.',
  nextTalk: 'You talk about it together next time.',
  nextTalkDay: 'You talk about it together on {day}.',
  nextAgree: 'Do you agree on something together? Then we ask later whether it changed.',
  changeMind: 'Do you want to change or add something? Tell {names}.',
  ownPage: 'My choices and data',
  whoReads: 'Choose who may read this',
  signedInHere: 'Somebody is signed in on this device. That is why it cannot be done here.',
  byOwnLink: 'You open your own page with your own link.',
  askOwnLink: 'No link? Ask {names} for it.',
  mayClose: 'You can close this screen now.',

  unknownTitle: 'We do not know this link',
  unknownText: 'Perhaps a part of the link is missing.',
  unknownDo: 'Open the link again from your message. Or ask your care worker for a new one.',
  expiredTitle: 'This link has expired',
  expiredText: 'A link works for a few weeks.',
  expiredDo: 'You can make a new one yourself. What you filled in on this device is kept.',
  renew: 'Give me a new link',
  endedTitle: 'These questions are closed',
  endedText: 'The link expired long ago. It is no longer possible to answer.',
  endedDo: 'Do you still want to say something? Tell {names}.',
  revokedByTitle: '{name} withdrew this link',
  revokedTitle: 'This link was withdrawn',
  revokedText: 'You do not have to do anything.',
  revokedDo: 'Do you want to know why? Feel free to ask {name}.',
  unavailableTitle: 'It does not work right now',
  unavailableText: 'Your answer is not lost.',
  unavailableDo: 'Wait a few minutes. Then try again.',
  tryAgain: 'Try again',
  tooLargeTitle: 'This answer is too long',
  tooLargeText: 'Your answer was not sent.',
  tooLargeDo: 'Go back and make your text shorter. Then send it again.',
  notNowTitle: 'That is fine',
  notNowText: 'You are not taking part now. Nothing was sent.',
  notNowUntil: 'Do you want to take part later? The link works up to and including {day}.',
  backToQuestions: 'Back to the questions',
}

export const respondText = { nl, en }

export type Words = Record<keyof typeof nl, string>

/** All sentences in the reader's language and form of address. */
export function wordsFor(reader: Reader): Words {
  return inFurther(
    'words',
    wordsTo(respondText, { ...reader, language: screenLanguage(reader.language) }),
    reader,
  )
}

/** What is the matter with a field and what to do, in the reader's language. */
export function problemIn(problem: SubmissionProblem, reader: Reader): string {
  const listener = { ...reader, language: screenLanguage(reader.language) }
  const source = { [problem]: problemText(problem, listener) }
  return fill(inFurther('problems', source, reader)[problem] ?? '', { max: String(openTextAtMost) })
}
