import type { Language } from '@weerklank/core/shared/language'

/** Every sentence of the pages of a lecture survey. `{name}` places are filled in; Dutch is the source. */
const nl = {
  about: 'Vier korte vragen over deze bijeenkomst. U mag elke vraag overslaan.',
  promise: 'Niemand kan zien wat u antwoordde.',
  counted: 'We tellen alleen. Onder {k} mensen tonen we niets.',
  notKept: 'We bewaren niet wie antwoordde, en niet wanneer.',
  words: 'Uw woorden kunnen in een verslag komen. Namen die we kennen, halen we eruit.',
  once: 'Vul het één keer in, alstublieft.',
  mayStayEmpty: 'Mag leeg blijven',
  send: 'Tel mijn antwoord mee',
  nothing: 'Er is nog niets om te tellen. Beantwoord eerst een vraag.',
  'too-long': 'Uw tekst is te lang. Maak hem korter dan {max} tekens.',
  wrong: 'We konden dit niet lezen. Vul de vragen nog een keer in.',
  thanksTitle: 'Uw antwoord telt mee.',
  thanks: 'Dank u wel. We bewaren alleen aantallen en losse woorden.',
  close: 'U kunt dit scherm nu sluiten.',
  unknownTitle: 'Deze link werkt niet of niet meer',
  unknownText: 'Misschien mist er een stukje van de link. Of de vragen zijn al dicht.',
  busyTitle: 'Het lukt nu even niet',
  busyText: 'Uw antwoord is nog niet geteld. Probeer het zo weer.',
  tryAgain: 'Probeer het nog een keer',
  otherLanguage: 'English',
}

const en: typeof nl = {
  about: 'Four short questions about this event. You may skip any question.',
  promise: 'Nobody can see what you answered.',
  counted: 'We only count. Below {k} people we show nothing.',
  notKept: 'We do not keep who answered, nor when.',
  words: 'Your words may stand in a report. Names that we know are taken out.',
  once: 'Please fill it in once.',
  mayStayEmpty: 'May stay empty',
  send: 'Count my answer',
  nothing: 'There is nothing to count yet. Answer a question first.',
  'too-long': 'Your text is too long. Make it shorter than {max} characters.',
  wrong: 'We could not read this. Please fill in the questions once more.',
  thanksTitle: 'Your answer counts.',
  thanks: 'Thank you. We keep only counts and loose words.',
  close: 'You can close this screen now.',
  unknownTitle: 'This link does not work, or no longer',
  unknownText: 'Perhaps a piece of the link is missing. Or the questions are closed.',
  busyTitle: 'It does not work right now',
  busyText: 'Your answer was not counted yet. Please try again soon.',
  tryAgain: 'Try again',
  otherLanguage: 'Nederlands',
}

export const surveyText: Readonly<Record<Language, typeof nl>> = { nl, en }
