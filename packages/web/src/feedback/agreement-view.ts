import type { Agreement, RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import { agreementStateWord, echoWord } from '@weerklank/core/feedback/signal.words'
import type { Contact, Participant } from '@weerklank/core/relation/relation.contract'
import { type DaySeen, dayInSentence, shortDay } from '@weerklank/core/shared/day-words'
import { daysBetween, type Instant, millis } from '@weerklank/core/shared/time'
import { listWords } from '../language/moment-words.ts'

/** An agreement as its card tells it. */
export type AgreementView = {
  id: Agreement['id']
  text: string
  /** `5 november`. */
  day: string
  /** `Lina, Samira en Noor`. */
  names: string
  state: Agreement['state']
  stateWord: string
  /** What was answered to "did it change?", newest first. */
  echoes: { id: string; name: string; when: string; answer: string; changed: boolean }[]
}

export function agreementView(
  agreement: Agreement,
  participants: readonly Participant[],
  seen: DaySeen,
): AgreementView {
  const nameOf = (id: string) => participants.find((person) => person.id === id)?.name ?? ''
  const names = agreement.participants.map(nameOf).filter((name) => name !== '')
  return {
    id: agreement.id,
    text: agreement.text,
    day: shortDay(agreement.madeAt, seen),
    names: listWords(names, seen.language),
    state: agreement.state,
    stateWord: agreementStateWord(agreement.state, seen.language),
    echoes: agreement.echoes.toReversed().map(({ response, participant, at, answer }) => ({
      id: `${response}`,
      name: nameOf(participant),
      when: dayInSentence(at, seen),
      answer: echoWord(answer, seen.language),
      changed: answer === 'changed',
    })),
  }
}

/** Good news stays in sight for so many days. */
const changedDays = 30

/** Those one still works with or that lately changed something, and those that are over. */
export function splitAgreements({ agreements }: Pick<RelationFeedback, 'agreements'>, now: Instant) {
  const isOver = ({ state, echoes }: Agreement) => {
    const changedAt = echoes.findLast(({ answer }) => answer === 'changed')?.at
    const isOld = changedAt !== undefined && daysBetween(changedAt, now) > changedDays
    return state === 'ended' || (state === 'changed' && isOld)
  }
  return {
    current: agreements.filter((agreement) => !isOver(agreement)),
    over: agreements.filter(isOver),
  }
}

/** The first contact from now on: there the agreement can be asked back. */
export function nextContactAt(contacts: readonly Contact[], now: Instant): Instant | null {
  const coming = contacts.map(({ at }) => at).filter((at) => millis(at) >= millis(now))
  return coming.sort((a, b) => millis(a) - millis(b))[0] ?? null
}
