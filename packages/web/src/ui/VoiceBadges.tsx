import { VoiceBadge, type VoiceFamily } from './VoiceBadge.tsx'

type Props = {
  people: readonly { id: string; name: string; family: VoiceFamily }[]
  /** The names stand beside it already. */
  named?: boolean
  size?: 'small' | 'normal'
}

/** People close together, as they sit in one relation. */
export function VoiceBadges({ people, named = false, size = 'normal' }: Props) {
  return (
    <span className="wk-voices">
      {people.map(({ id, name, family }) => (
        <VoiceBadge key={id} family={family} name={name} size={size} alone={!named} />
      ))}
    </span>
  )
}
