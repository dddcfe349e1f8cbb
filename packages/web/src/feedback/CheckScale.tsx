import type { VoiceFamily } from '@weerklank/core/relation/relation'
import type { ReactNode } from 'react'

type Props = {
  scale: { min: number; max: number }
  value: number | null
  previous: number | null
  family: VoiceFamily
  /** Draws the distance to the time before. */
  worthTalk: boolean
}

/** One answer on its line, with that of the time before lightly beside it. The numbers stand beside it in words. */
export function CheckScale({ scale, value, previous, family, worthTalk }: Props) {
  const place = (at: number) => `${(100 * (at - scale.min)) / (scale.max - scale.min)}%`
  return (
    <svg className="wk-scale" aria-hidden="true" focusable="false" direction="ltr">
      <line className="wk-scale__line" x1="0%" x2="100%" y1="50%" y2="50%" />
      {['0%', '50%', '100%'].map((x) => (
        <Mark key={x} x={x}>
          <line className="wk-scale__tick" y1="-5" y2="5" />
        </Mark>
      ))}
      {value !== null && previous !== null && worthTalk && (
        <line className="wk-scale__way" x1={place(previous)} x2={place(value)} y1="50%" y2="50%" />
      )}
      {previous !== null && (
        <Mark x={place(previous)}>
          <path
            className={`wk-scale__before wk-scale--${family}`}
            d={shapes[family]}
            transform="scale(0.8)"
          />
        </Mark>
      )}
      {value !== null && (
        <Mark x={place(value)}>
          <path className={`wk-scale__now wk-scale--${family}`} d={shapes[family]} />
        </Mark>
      )}
    </svg>
  )
}

/** Draws round a place on the line: of a nested picture the browser takes its place in percents. */
function Mark({ x, children }: { x: string; children: ReactNode }) {
  return (
    <svg x={x} y="50%" overflow="visible" aria-hidden="true">
      {children}
    </svg>
  )
}

/** A voice has one shape everywhere (see VoiceBadge); here drawn round the point that it marks. */
const shapes: Record<VoiceFamily, string> = {
  client: 'M0-7.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15z',
  kin: 'M-5-6.5h10a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-10a1.5 1.5 0 0 1-1.5-1.5v-10a1.5 1.5 0 0 1 1.5-1.5z',
  professional: 'M0-7.5a7.5 7.5 0 1 1 0 15h-6a1.5 1.5 0 0 1-1.5-1.5v-6a7.5 7.5 0 0 1 7.5-7.5z',
  partner: 'M0-8.5l8.5 8.5l-8.5 8.5l-8.5-8.5z',
}
