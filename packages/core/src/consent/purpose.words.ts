import type { Bilingual, Language } from '../shared/language.ts'
import type { ConsentMethod, ConsentState, DeciderRole, Purpose } from './consent.ts'
import type { AfterNo } from './purpose.ts'

const purposeWords: Record<Purpose, Bilingual> = {
  'care-talk': { nl: 'Vragen hoe een gesprek was', en: 'Asking how a talk went' },
  research: { nl: 'Onderzoek', en: 'Research' },
  'recording-analysis': { nl: 'Een opname om van te leren', en: 'A recording to learn from' },
  'recording-training': { nl: 'Een opname laten zien in trainingen', en: 'Showing a recording in training' },
  analysis: { nl: 'Woorden naast elkaar leggen', en: 'Laying words side by side' },
  'quotes-team': { nl: 'Uitspraken delen met het team', en: 'Sharing quotes with the team' },
  'quotes-publish': { nl: 'Uitspraken publiceren', en: 'Publishing quotes' },
  'network-map': { nl: 'Op de kaart van wie met wie werkt', en: 'On the map of who works with whom' },
  'anonymous-survey': { nl: 'Vragen zonder naam', en: 'Questions without a name' },
  'parents-read': { nl: 'Ouders lezen mee', en: 'Parents read along' },
}

const stateWords: Record<ConsentState, Bilingual> = {
  'not-offered': { nl: 'Wordt niet gevraagd', en: 'Is not asked' },
  'not-asked': { nl: 'Nog niet gevraagd', en: 'Not asked yet' },
  waiting: { nl: 'Nog niet iedereen heeft gekozen', en: 'Not everyone has chosen yet' },
  given: { nl: 'Ja', en: 'Yes' },
  refused: { nl: 'Nee', en: 'No' },
  withdrawn: { nl: 'Gestopt', en: 'Stopped' },
}

const afterNoWords: Record<AfterNo, Bilingual> = {
  'no-checks': {
    nl: 'We vragen niet hoe het gesprek was. De hulp gaat door.',
    en: 'We do not ask how the talk went. The help goes on.',
  },
  'no-research': {
    nl: 'Voor het onderzoek wordt niets bewaard. Hulp en cursus gaan door.',
    en: 'Nothing is kept for the research. Help and course go on.',
  },
  'no-recording': {
    nl: 'Er wordt niets opgenomen. Het gesprek gaat door.',
    en: 'Nothing is recorded. The talk goes on.',
  },
  'no-training-use': {
    nl: 'De opname wordt niet in trainingen gebruikt.',
    en: 'The recording is not used in training.',
  },
  'no-analysis': {
    nl: 'Woorden worden niet naast die van anderen gelegd.',
    en: 'Words are not laid beside those of others.',
  },
  'not-shared': { nl: 'Uitspraken gaan niet naar het team.', en: 'Quotes do not go to the team.' },
  'not-published': { nl: 'Uitspraken worden niet gepubliceerd.', en: 'Quotes are not published.' },
  'not-on-map': { nl: 'Er staat geen naam op de kaart.', en: 'No name stands on the map.' },
  'left-blank': { nl: 'De vragen blijven leeg.', en: 'The questions stay empty.' },
  'parents-see-nothing': {
    nl: 'Ouders zien deze antwoorden niet.',
    en: 'Parents do not see these answers.',
  },
}

const methodWords: Record<ConsentMethod, Bilingual> = {
  'own-page': { nl: 'op de eigen pagina', en: 'on one’s own page' },
  spoken: { nl: 'in een gesprek', en: 'in a talk' },
  paper: { nl: 'op papier', en: 'on paper' },
}

const roleWords: Record<DeciderRole, Bilingual> = {
  self: { nl: 'zelf', en: 'in person' },
  parent: { nl: 'als ouder met gezag', en: 'as a parent with authority' },
  guardian: { nl: 'als voogd', en: 'as guardian' },
}

/** The one wording of a purpose. */
export function purposeWord(purpose: Purpose, language: Language): string {
  return purposeWords[purpose][language]
}

/** The one wording of where someone stands. */
export function consentStateWord(state: ConsentState, language: Language): string {
  return stateWords[state][language]
}

/** What a no means, in one or two sentences. */
export function afterNoText(afterNo: AfterNo, language: Language): string {
  return afterNoWords[afterNo][language]
}

/** How it was said. */
export function consentMethodWord(method: ConsentMethod, language: Language): string {
  return methodWords[method][language]
}

/** As what someone decided. */
export function deciderRoleWord(role: DeciderRole, language: Language): string {
  return roleWords[role][language]
}
