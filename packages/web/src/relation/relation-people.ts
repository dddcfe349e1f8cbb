import { type VoiceFamily, voiceFamily } from '@weerklank/core/relation/relation'
import type { Participant } from '@weerklank/core/relation/relation.contract'

const order: readonly VoiceFamily[] = ['client', 'kin', 'professional', 'partner']

/** The people who take part, whom it is about first; and those who left. Within a family in the order in which they came. */
export function peopleInOrder(participants: readonly Participant[]): {
  present: Participant[]
  gone: Participant[]
} {
  const place = ({ voice }: Participant) => order.indexOf(voiceFamily(voice))
  const sorted = participants.toSorted((a, b) => place(a) - place(b))
  return { present: sorted.filter(({ active }) => active), gone: sorted.filter(({ active }) => !active) }
}
