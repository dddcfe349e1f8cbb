import { countWord } from '../shared/number-words.ts'
import type { Listener } from '../shared/spoken.ts'
import { actionPhrase } from './action.words.ts'
import type { AuditBasis } from './audit.ts'
import type { LookedAt, Who } from './shown.ts'

/** What a line says to the person it is about: `Noor Bakker keek naar uw antwoorden, drie keer.`, and why that was allowed. */
export function lookedAtWords(line: LookedAt, listener: Listener): { what: string; why: string } {
  const { language, address } = listener
  const words = wordsFor(listener)
  const phrase = actionPhrase(line.action, { language, to: 'person', address })
  const often = line.times === 1 ? '' : `, ${words.times(countWord(line.times, language))}`
  // Whoever has her link does it as she: a way in that was made is no more certain than that.
  if (line.who === 'self' && line.action === 'own-page.linked')
    return { what: `${words.wayMade}${often}.`, why: words.wasItYou }
  return { what: `${whoWords(line.who, words)} ${phrase}${often}.`, why: why(line, words) }
}

/** Who did it, at the beginning of a sentence. */
function whoWords(who: Who, words: Texts): string {
  if (typeof who === 'object') return who.name ?? words.colleague
  return words[who]
}

function why(line: LookedAt, words: Texts): string {
  if (line.who === 'self' && line.basis !== 'refused') return words.bySelf
  if (line.basis === null) return words.notKept
  const name = whoWords(line.who, words)
  return words.because[line.basis]({
    inside: inSentence(name, words),
    relation: line.relation,
    reason: line.reason,
  })
}

/** `inside`: who did it, as it stands inside a sentence. */
type Because = { inside: string; relation: string | null; reason: string | null }
type Texts = {
  self: string
  program: string
  operator: string
  other: string
  colleague: string
  times: (count: string) => string
  bySelf: string
  wayMade: string
  wasItYou: string
  notKept: string
  because: Record<AuditBasis, (of: Because) => string>
}

/** `you` as it stands after a preposition. */
const dutch = (self: 'U' | 'Je', you: 'u' | 'jou', your: 'uw' | 'je'): Texts => ({
  self,
  program: 'Het programma',
  operator: 'Wie het programma beheert',
  other: `Iemand die voor ${you} mag beslissen`,
  colleague: 'Een medewerker',
  times: (count) => `${count} keer`,
  bySelf: `${self} deed dit zelf.`,
  wayMade: `Er is een link naar ${your} eigen pagina gemaakt`,
  wasItYou:
    `Dat kan na een antwoord, of op de pagina zelf. ` +
    `${self === 'U' ? 'Was u' : 'Was jij'} dat niet? Stop dan de links, onderaan ${your} eigen pagina.`,
  notKept: 'Waarom dat mocht, werd toen nog niet bewaard.',
  because: {
    'takes-part': ({ inside, relation }) =>
      relation === null
        ? `Dat mocht, omdat ${inside} met ${you} samenwerkt.`
        : `Dat mocht, omdat ${inside} meewerkt in “${relation}”.`,
    emergency: ({ inside, reason }) =>
      `Met spoed: ${inside} werkt hier niet aan mee.${reason === null ? '' : ` De reden was: “${reason}”`}`,
    supervision: ({ inside }) => `Dat mocht, omdat ${inside} gevraagd is om mee te kijken.`,
    'own-link': () => 'Met een eigen link.',
    'own-account': () => 'Met een eigen account.',
    role: ({ inside }) => `Dat hoort bij het werk van ${inside}.`,
    system: () => 'Het programma doet dat vanzelf.',
    'command-line': () => 'Dat hoort bij het beheer van de computer waarop Weerklank staat.',
    refused: () => 'Er is niets getoond.',
  },
})

const english: Texts = {
  self: 'You',
  program: 'The program',
  operator: 'Whoever runs the program',
  other: 'Someone who may decide for you',
  colleague: 'A colleague',
  times: (count) => `${count} times`,
  bySelf: 'You did this yourself.',
  wayMade: 'A link to your own page was made',
  wasItYou:
    'That can be done after an answer, or on the page itself. ' +
    'Was it not you? Then end the links, at the end of your own page.',
  notKept: 'Why that was allowed was not kept yet at that time.',
  because: {
    'takes-part': ({ inside, relation }) =>
      relation === null
        ? `That was allowed, because ${inside} works with you.`
        : `That was allowed, because ${inside} takes part in “${relation}”.`,
    emergency: ({ inside, reason }) =>
      `In an emergency: ${inside} does not take part here.${reason === null ? '' : ` The reason was: “${reason}”`}`,
    supervision: ({ inside }) => `That was allowed, because ${inside} was asked to look along.`,
    'own-link': () => 'With a link of one’s own.',
    'own-account': () => 'With an account of one’s own.',
    role: ({ inside }) => `That belongs to the work of ${inside}.`,
    system: () => 'The program does that by itself.',
    'command-line': () => 'That belongs to running the computer on which Weerklank stands.',
    refused: () => 'Nothing was shown.',
  },
}

const texts = {
  nl: { u: dutch('U', 'u', 'uw'), je: dutch('Je', 'jou', 'je') },
  en: { u: english, je: english },
}

function wordsFor({ language, address }: Listener): Texts {
  return texts[language][address]
}

/** A name keeps its capital inside a sentence; our own words lose theirs. */
function inSentence(name: string, { program, operator, other, colleague }: Texts): string {
  const isOurs = [program, operator, other, colleague].includes(name)
  return isOurs ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name
}
