import type { Language } from '@weerklank/core/shared/language'

/** Every sentence of the pages of a ticket. `{name}` places are filled in; Dutch is the source. */
const nl = {
  about: '{Count} korte vragen over samenwerken. U mag elke vraag overslaan.',
  promise: 'Niemand kan zien wat u antwoordde.',
  counted: 'We tellen alleen. Groepen kleiner dan {k} tonen we niet.',
  notKept: 'We bewaren niet wie antwoordde, en niet wanneer.',
  readersOne:
    '{names} ziet straks alleen aantallen. Dat kan vanaf {day}, of eerder als de peiling dicht gaat.',
  readersMany:
    '{names} zien straks alleen aantallen. Dat kan vanaf {day}, of eerder als de peiling dicht gaat.',
  talk: 'We praten erover op {day}.',
  guess: 'Wat denkt u dat {group} zegt? ‘{question}’',
  ownWords: 'Uw eigen woorden komen alleen in het verslag als u dat aanvinkt.',
  again: 'Hebt u al geantwoord met deze link? Een tweede keer telt niet mee.',
  step: 'Vraag {n} van {count}',
  noAnswer: 'Geen antwoord',
  mayStayEmpty: 'Mag leeg blijven',
  mayStand: 'Mijn woorden mogen letterlijk in het verslag.',
  wordsHow:
    'Zonder vinkje bewaren we uw woorden niet. Namen, adressen en nummers die we herkennen, halen we eruit. Schrijf liever niet over één mens.',
  send: 'Tel mijn antwoord mee',
  nothing:
    'Er is nog niets om te tellen. Kies bij een vraag een antwoord. Of zet een vinkje als uw woorden in het verslag mogen.',
  'too-long': 'Uw tekst is te lang. Maak hem korter dan 1000 tekens.',
  wrong: 'We konden dit niet lezen. Vul de vragen nog een keer in.',
  thanksTitle: 'Uw antwoord telt mee.',
  thanks: 'Dank u wel.',
  thanksNotKept: 'We bewaren alleen aantallen. Daarom kunt u hier niet teruglezen wat u koos.',
  thanksAgain: 'Vult u deze link nog een keer in? Dan telt dat niet mee.',
  next: 'Wat gebeurt er nu?',
  nextText: 'Vanaf {day} zien {names} de aantallen. Daarna praat u er samen over.',
  nextTextOne: 'Vanaf {day} ziet {names} de aantallen. Daarna praat u er samen over.',
  close: 'U kunt dit scherm nu sluiten.',
  unknownTitle: 'Deze link werkt niet of niet meer',
  unknownText:
    'Misschien mist er een stukje van de link. Of er zijn nieuwe kaartjes gemaakt. Of de peiling is al dicht.',
  unknownDo: 'Wilt u toch iets zeggen? Doe het in het gesprek dat erop volgt.',
  busyTitle: 'Het lukt nu even niet',
  busyText: 'Uw antwoord is nog niet geteld. Probeer het zo weer.',
  tryAgain: 'Probeer het nog een keer',
}

const en: typeof nl = {
  about: '{Count} short questions about working together. You may skip any question.',
  promise: 'Nobody can see what you answered.',
  counted: 'We only count. We do not show groups smaller than {k}.',
  notKept: 'We do not keep who answered, nor when.',
  readersOne: '{names} will see counts only. From {day} on, or sooner if the round is closed.',
  readersMany: '{names} will see counts only. From {day} on, or sooner if the round is closed.',
  talk: 'We talk about it on {day}.',
  guess: 'What do you think {group} says? ‘{question}’',
  ownWords: 'Your own words come in the report only if you tick that.',
  again: 'Did you answer with this link before? A second time is not counted.',
  step: 'Question {n} of {count}',
  noAnswer: 'No answer',
  mayStayEmpty: 'May stay empty',
  mayStand: 'My words may stand literally in the report.',
  wordsHow:
    'Without a tick we do not keep your words. Names, addresses and numbers that we recognise are taken out. Please do not write about one person.',
  send: 'Count my answer',
  nothing:
    'There is nothing to count yet. Choose an answer to a question. Or tick that your words may stand in the report.',
  'too-long': 'Your text is too long. Make it shorter than 1000 characters.',
  wrong: 'We could not read this. Please fill in the questions once more.',
  thanksTitle: 'Your answer counts.',
  thanks: 'Thank you.',
  thanksNotKept: 'We only keep counts. So you cannot read here what you chose.',
  thanksAgain: 'If you fill in this link again, it is not counted.',
  next: 'What happens now?',
  nextText: 'From {day} on {names} see the counts. After that you talk about it together.',
  nextTextOne: 'From {day} on {names} sees the counts. After that you talk about it together.',
  close: 'You can close this screen now.',
  unknownTitle: 'This link does not work, or no longer',
  unknownText:
    'Perhaps a piece of the link is missing. Or new tickets have been made. Or the round has been closed.',
  unknownDo: 'Do you want to say something all the same? Say it in the talk that follows.',
  busyTitle: 'It does not work right now',
  busyText: 'Your answer was not counted yet. Please try again soon.',
  tryAgain: 'Try again',
}

export type TicketWords = typeof nl
export const ticketText: Readonly<Record<Language, TicketWords>> = { nl, en }
