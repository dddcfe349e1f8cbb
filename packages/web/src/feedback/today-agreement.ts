import type { Today } from '@weerklank/core/feedback/feedback.contract'
import { agreementStateWord, echoWord } from '@weerklank/core/feedback/signal.words'
import { type DaySeen, dayInSentence } from '@weerklank/core/shared/day-words'
import { localDay } from '@weerklank/core/shared/time'
import { listWords } from '../language/moment-words.ts'
import { todayText } from './today.text.ts'

type Agreement = Today['agreements'][number]

/** What stands at the right of an agreement: its next moment, or that it changed something. */
export type AgreementMoment = { tone: 'plain' | 'primary' | 'kept'; label: string }

export function agreementMoment(agreement: Agreement, seen: DaySeen): AgreementMoment {
  const { state, nextContactAt } = agreement
  if (state === 'changed') return { tone: 'kept', label: agreementStateWord(state, seen.language) }
  if (nextContactAt === null || (state !== 'to-ask' && state !== 'asked')) {
    return { tone: 'plain', label: agreementStateWord(state, seen.language) }
  }
  const text = todayText[seen.language]
  const day = dayInSentence(nextContactAt, seen)
  return {
    tone: localDay(nextContactAt, seen.timeZone) === seen.today ? 'primary' : 'plain',
    label: state === 'to-ask' ? text.askOn(day) : text.askAgainOn(day),
  }
}

/** The line under an agreement: what was said when it was asked back, or before that when and with whom it was made. */
export function agreementStory(agreement: Agreement, reader: string, seen: DaySeen): string {
  const text = todayText[seen.language]
  const echo = agreement.echoes.at(-1)
  if (echo === undefined) {
    return text.agreed(
      dayInSentence(agreement.madeAt, seen),
      listWords(othersIn(agreement, reader), seen.language),
    )
  }
  const day = dayInSentence(echo.at, seen)
  const answer = echoWord(echo.answer, seen.language)
  const name = nameOf(agreement, echo.participant)
  return name === undefined ? text.answered(day, answer) : text.said(name, day, answer)
}

// The names stand in the order of the participants, unless one of them is gone: then nobody is named for another.
function nameOf({ participants, names }: Agreement, id: Agreement['participants'][number]) {
  return names.length === participants.length ? names[participants.indexOf(id)] : undefined
}

function othersIn({ names }: Agreement, reader: string): readonly string[] {
  const others = names.filter((name) => name !== reader)
  return others.length > 0 ? others : names
}
