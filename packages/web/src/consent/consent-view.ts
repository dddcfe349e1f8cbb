import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { purposeWord } from '@weerklank/core/consent/purpose.words'
import type { Language } from '@weerklank/core/shared/language'
import { listWords } from '../language/moment-words.ts'
import type { ConsentWords } from './consent.text.ts'

/** A no is as normal as a yes: only what is still open stands out. */
export type StateTone = 'plain' | 'kept' | 'warm'

export type StateShown = { words: string; tone: StateTone }

/** Where someone stands for one purpose, as a few words. Who is waited for is named. */
export function stateShown(choice: ConsentChoice, words: ConsentWords, language: Language): StateShown {
  const { status } = choice
  if (status.state === 'waiting') {
    return { words: words.waitingFor(awaitedWords(choice, words, language)), tone: 'warm' }
  }
  const table = choice.basis === 'care' ? words.care : words.state
  return { words: table[status.state], tone: status.state === 'given' ? 'kept' : 'plain' }
}

/** Whose yes is still to come, by name; who said it and has to confirm it herself comes last. */
function awaitedWords({ status, deciders }: ConsentChoice, words: ConsentWords, language: Language): string {
  const awaited = 'waitingFor' in status ? status.waitingFor : []
  const namesOf = (confirms: boolean) => {
    const some = awaited.filter(({ why }) => (why === 'not-confirmed') === confirms)
    const names = some.map(({ person }) => {
      return deciders.find((decider) => decider.person === person)?.name ?? words.unknownParent
    })
    return listWords([...new Set(names)], language)
  }
  const [answers, confirmations] = [namesOf(false), namesOf(true)]
  if (confirmations === '') return answers
  const confirmation = words.confirmationBy(confirmations)
  return answers === '' ? confirmation : `${answers} ${words.and} ${confirmation}`
}

/** Whether a yes cannot come, because no parent with authority is known. */
export function waitsForUnknownParent({ status }: ConsentChoice): boolean {
  return (
    'waitingFor' in status && status.waitingFor.some((one) => one.who === 'parent' && one.person === null)
  )
}

/** What can be chosen: what is not asked of her is left out. */
export function offeredChoices(person: Pick<RelationPerson, 'choices'>): ConsentChoice[] {
  return person.choices.filter(({ status }) => status.state !== 'not-offered')
}

export type SummaryLine = { state: StateShown; purposes: string[] }

/** What was chosen or is under way, the purposes of one state together. What was never asked is no line. */
export function consentSummary(
  person: Pick<RelationPerson, 'choices'>,
  words: ConsentWords,
  language: Language,
): SummaryLine[] {
  const asked = offeredChoices(person).filter(({ status }) => status.state !== 'not-asked')
  const lines = new Map<string, SummaryLine>()
  for (const choice of asked) {
    const state = stateShown(choice, words, language)
    const line = lines.get(state.words) ?? { state, purposes: [] }
    line.purposes.push(purposeWord(choice.purpose, language))
    lines.set(state.words, line)
  }
  return [...lines.values()]
}

/** Those one works with first, then colleagues, oneself last. */
export function inOrder(people: readonly RelationPerson[], me: string): RelationPerson[] {
  const rank = ({ person, isMember }: RelationPerson) => (person === me ? 2 : isMember ? 1 : 0)
  return people.toSorted((one, other) => rank(one) - rank(other))
}
