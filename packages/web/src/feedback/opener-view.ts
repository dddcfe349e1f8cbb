import { instrumentOf } from '@weerklank/core/feedback/check-answer'
import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import { lowestItem } from '@weerklank/core/feedback/instrument.score'
import { openerItem, openersFor } from '@weerklank/core/feedback/opener.choice'
import { labelInSentence } from '@weerklank/core/feedback/signal.sentences'
import { type DaySeen, dayInSentence } from '@weerklank/core/shared/day-words'
import { type Language, screenLanguage } from '@weerklank/core/shared/language'
import { say } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import type { TalkOccasion } from './talk-occasion.ts'

/** A sentence one can say aloud, in the language and the form of address of whom it is said to. */
export type OpenerSentence = { id: string; said: string; language: Language; next: string }

/** What a sentence needs to know of its occasion: of its signals only what they found, and when. */
type SentenceOccasion = Omit<TalkOccasion, 'signals'> & {
  signals: readonly Pick<TalkOccasion['signals'][number], 'finding' | 'openedAt'>[]
}

/** The sentences that fit, the most concrete first. Those that need a day or an item which is not known stay out. */
export function openerSentences(
  { instruments, openers }: Pick<RelationFeedback, 'instruments' | 'openers'>,
  { person, signals, response }: SentenceOccasion,
  seen: DaySeen,
): OpenerSentence[] {
  const finding = signals[0]?.finding ?? null
  const instrument = response === null ? undefined : instrumentOf(instruments, response)
  // Our sentences are in Dutch and English: whoever says one to somebody of another language says it in Dutch.
  const language = screenLanguage(person.language)
  const lowest =
    finding === null || instrument === undefined || response === null
      ? null
      : (lowestItem(instrument, response.answers)?.item ?? null)
  const at: Instant | undefined = response?.answeredAt ?? signals[0]?.openedAt
  const occasion = { finding, lowestItem: lowest?.id ?? null }
  const item = instrument?.items.find(({ id }) => id === openerItem(occasion)) ?? lowest
  const values = {
    ...(at === undefined ? {} : { when: dayInSentence(at, { ...seen, language }) }),
    ...(item === null ? {} : { item: labelInSentence(item.label[language]) }),
  }
  return openersFor(openers, occasion)
    .map((opener) => ({
      id: opener.id,
      said: say(opener.say, { language, address: person.address }, values),
      language,
      next: opener.next[seen.language],
    }))
    .filter(({ said }) => !/\{\w+\}/.test(said))
}
