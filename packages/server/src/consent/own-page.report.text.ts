import { type Listener, wordsTo } from '@weerklank/core/shared/spoken'

/** The sentences of the page that someone prints. Dutch is the source; every sentence has at most 15 words. */
const nl = {
  way: 'Een overzicht om te printen',
  title: { u: 'Uw overzicht', je: 'Je overzicht' },
  about: '{name}, bij {workspace}. Gemaakt op {day}.',
  print: { u: 'Print deze pagina met uw browser.', je: 'Print deze pagina met je browser.' },
  pdf: 'Of open het als pdf, om te bewaren of te printen.',
  caution: 'Dit zijn eigen cijfers over het contact. Het is geen rapport over iemand.',
  nothing: { u: 'U hebt nog niets ingevuld.', je: 'Je hebt nog niets ingevuld.' },
  with: 'Met {names}',
  agreements: 'Wat is afgesproken',
  helps: 'Wat helpt',
  hinders: 'Wat niet helpt',
  talked: 'Waarover is gepraat',
  talkedOn: '{what}, {day}. Wat daarvan kwam: {outcome}.',
}

type Words = typeof nl

const en: Record<keyof Words, string> = {
  way: 'An overview to print',
  title: 'Your overview',
  about: '{name}, at {workspace}. Made on {day}.',
  print: 'Print this page with your browser.',
  pdf: 'Or open it as a PDF, to keep or to print.',
  caution: 'These are own scores about the contact. It is no report about anybody.',
  nothing: 'You have not filled in anything yet.',
  with: 'With {names}',
  agreements: 'What was agreed',
  helps: 'What helps',
  hinders: 'What does not help',
  talked: 'What was talked about',
  talkedOn: '{what}, {day}. What came of it: {outcome}.',
}

export const ownReportText = { nl, en }

/** All sentences in the listener's language and form of address. */
export function ownReportWordsFor(listener: Listener): Record<keyof Words, string> {
  return wordsTo(ownReportText, listener)
}
