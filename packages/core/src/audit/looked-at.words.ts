import type { Language } from '../shared/language.ts'
import { countWord } from '../shared/number-words.ts'
import { actionPhrase } from './action.words.ts'
import type { AuditBasis } from './audit.ts'
import type { LookedAt, Who } from './shown.ts'

/** What a line says to the person it is about: `Noor Bakker keek naar uw antwoorden, drie keer.`, and why that was allowed. */
export function lookedAtWords(line: LookedAt, language: Language): { what: string; why: string } {
  const words = texts[language]
  const phrase = actionPhrase(line.action, { language, to: 'person' })
  const often = line.times === 1 ? '' : `, ${words.times(countWord(line.times, language))}`
  return { what: `${whoWords(line.who, language)} ${phrase}${often}.`, why: why(line, language) }
}

/** Who did it, at the beginning of a sentence. */
export function whoWords(who: Who, language: Language): string {
  const words = texts[language]
  if (typeof who === 'object') return who.name ?? words.colleague
  return words[who]
}

function why(line: LookedAt, language: Language): string {
  const words = texts[language]
  if (line.who === 'self') return words.bySelf
  if (line.basis === null) return words.notKept
  return words.because[line.basis]({
    name: whoWords(line.who, language),
    relation: line.relation,
    reason: line.reason,
  })
}

type Because = { name: string; relation: string | null; reason: string | null }
type Texts = {
  self: string
  program: string
  operator: string
  other: string
  colleague: string
  times: (count: string) => string
  bySelf: string
  notKept: string
  because: Record<AuditBasis, (of: Because) => string>
}

const texts: Record<Language, Texts> = {
  nl: {
    self: 'U',
    program: 'Het programma',
    operator: 'Wie het programma beheert',
    other: 'Iemand die voor u mag beslissen',
    colleague: 'Een medewerker',
    times: (count) => `${count} keer`,
    bySelf: 'U deed dit zelf.',
    notKept: 'Waarom dat mocht, werd toen nog niet bewaard.',
    because: {
      'takes-part': ({ name, relation }) =>
        relation === null
          ? `Dat mocht, omdat ${inSentence(name, 'nl')} met u samenwerkt.`
          : `Dat mocht, omdat ${inSentence(name, 'nl')} meewerkt in “${relation}”.`,
      emergency: ({ name, reason }) =>
        `Met spoed: ${inSentence(name, 'nl')} werkt hier niet aan mee.${reason === null ? '' : ` De reden was: “${reason}”`}`,
      'own-link': () => 'Met een eigen link.',
      role: ({ name }) => `Dat hoort bij het werk van ${inSentence(name, 'nl')}.`,
      system: () => 'Het programma doet dat vanzelf.',
      'command-line': () => 'Dat hoort bij het beheer van de computer waarop Weerklank staat.',
    },
  },
  en: {
    self: 'You',
    program: 'The program',
    operator: 'Whoever runs the program',
    other: 'Someone who may decide for you',
    colleague: 'A colleague',
    times: (count) => `${count} times`,
    bySelf: 'You did this yourself.',
    notKept: 'Why that was allowed was not kept yet at that time.',
    because: {
      'takes-part': ({ name, relation }) =>
        relation === null
          ? `That was allowed, because ${inSentence(name, 'en')} works with you.`
          : `That was allowed, because ${inSentence(name, 'en')} takes part in “${relation}”.`,
      emergency: ({ name, reason }) =>
        `In an emergency: ${inSentence(name, 'en')} does not take part here.${reason === null ? '' : ` The reason was: “${reason}”`}`,
      'own-link': () => 'With a link of one’s own.',
      role: ({ name }) => `That belongs to the work of ${inSentence(name, 'en')}.`,
      system: () => 'The program does that by itself.',
      'command-line': () => 'That belongs to running the computer on which Weerklank stands.',
    },
  },
}

/** A name keeps its capital inside a sentence; our own words lose theirs. */
function inSentence(name: string, language: Language): string {
  const { program, operator, other, colleague } = texts[language]
  const isOurs = [program, operator, other, colleague].includes(name)
  return isOurs ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name
}
