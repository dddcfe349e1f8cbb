import './voice-badge.css'
import { classes } from './classes.ts'
import { initialOf } from './initial.ts'

/** As core's `voiceFamily(voice)` tells: one colour and one shape everywhere. */
export type VoiceFamily = 'client' | 'kin' | 'professional' | 'partner'

type Props = {
  family: VoiceFamily
  name: string
  /** `alone`: the name does not stand beside it, so the badge says it (to screen readers and as tooltip). */
  alone?: boolean
  size?: 'small' | 'normal' | 'large'
}

/** Blue circle: client. Orange square: kin. Green drop: professional. Purple diamond: partner. */
export function VoiceBadge({ family, name, alone = false, size = 'normal' }: Props) {
  return (
    <span
      className={classes('wk-voice', `wk-voice--${family}`, `wk-voice--${size}`)}
      title={alone ? name : undefined}
    >
      <span className="wk-voice__letter" aria-hidden="true">
        {initialOf(name)}
      </span>
      {alone && <span className="wk-sr-only">{name}</span>}
    </span>
  )
}
