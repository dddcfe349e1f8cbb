import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** The page on which a learner decides about quotes of hers; Dutch is the source. */
const nl = {
  title: { u: 'Uw woorden in het verslag', je: 'Je woorden in het verslag' },
  intro: {
    u: 'Iemand wil deze woorden van u in het verslag zetten. U beslist per zin.',
    je: 'Iemand wil deze woorden van jou in het verslag zetten. Je beslist per zin.',
  },
  none: { u: 'Er is nu niets gevraagd.', je: 'Er is nu niets gevraagd.' },
  brackets: {
    u: 'Wat tussen [haken] staat, zijn niet uw woorden.',
    je: 'Wat tussen [haken] staat, zijn niet jouw woorden.',
  },
  byNumber: {
    u: 'Bij een zin staat alleen uw nummer: deelnemer {number}.',
    je: 'Bij een zin staat alleen je nummer: deelnemer {number}.',
  },
  first: {
    u: 'Kies eerst of woorden van u in een verslag mogen.',
    je: 'Kies eerst of woorden van jou in een verslag mogen.',
  },
  firstDo: 'Lezen en kiezen',
  quote: 'Zin {n}',
  yes: 'Ja, zo mag het',
  own: { u: 'Liever in uw eigen woorden', je: 'Liever in je eigen woorden' },
  changed: 'Ja, met deze woorden',
  no: 'Nee, liever niet',
  saidYes: {
    u: 'U zei ja. Deze woorden mogen in het verslag:',
    je: 'Je zei ja. Deze woorden mogen in het verslag:',
  },
  saidNo: { u: 'U zei nee. De zin is weg.', je: 'Je zei nee. De zin is weg.' },
  tookBack: { u: 'U nam de zin terug. Hij is weg.', je: 'Je nam de zin terug. Hij is weg.' },
  takeBack: 'Toch niet: neem terug',
  left: {
    u: 'Een verslag dat al weg is, kunnen we niet terughalen.',
    je: 'Een verslag dat al weg is, kunnen we niet terughalen.',
  },
  kept: 'We hebben het bewaard.',
  empty: { u: 'Schrijf eerst uw eigen woorden.', je: 'Schrijf eerst je eigen woorden.' },
  seen: {
    u: 'Er is gevraagd of een zin van u in het verslag mag.',
    je: 'Er is gevraagd of een zin van jou in het verslag mag.',
  },
  open: { u: 'Bekijk en beslis', je: 'Bekijk en beslis' },
} satisfies Record<string, Phrase>

const en: Record<keyof typeof nl, string> = {
  title: 'Your words in the report',
  intro: 'Somebody wants to put these words of yours in the report. You decide about each.',
  none: 'Nothing is asked now.',
  brackets: 'What stands in [brackets] are not your words.',
  byNumber: 'Only your number stands with it: participant {number}.',
  first: 'First choose whether words of yours may stand in a report.',
  firstDo: 'Read and choose',
  quote: 'Sentence {n}',
  yes: 'Yes, like this',
  own: 'Rather in your own words',
  changed: 'Yes, with these words',
  no: 'No, rather not',
  saidYes: 'You said yes. These words may stand in the report:',
  saidNo: 'You said no. The sentence is gone.',
  tookBack: 'You took the sentence back. It is gone.',
  takeBack: 'On second thoughts: take it back',
  left: 'A report that has left cannot be called back.',
  kept: 'We have kept it.',
  empty: 'Write your own words first.',
  seen: 'It was asked whether a sentence of yours may stand in the report.',
  open: 'Look and decide',
}

export const quoteWordsFor = (listener: Listener) => wordsTo({ nl, en }, listener)
