import type { Counted } from '@weerklank/core/learning/monitor.shape'
import type { ReactNode } from 'react'
import { useText } from '../language/use-text.ts'
import { classes } from '../ui/classes.ts'
import { monitorText } from './monitor.text.ts'

/** More dots than this say less than the number. */
const dotsAtMost = 20

type DotsProps = { count: number; n: number; tone?: 'full' | 'hollow' }

/** One dot for each person: those who are counted first. The number stands beside it in words. */
export function Dots({ count, n, tone = 'full' }: DotsProps) {
  if (n > dotsAtMost) return null
  return (
    <span className={classes('wk-dots', `wk-dots--${tone}`)} aria-hidden="true">
      {Array.from({ length: n }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are nobody
        <span key={at} className={classes(at < count && 'wk-dots__in')} />
      ))}
    </span>
  )
}

type Line = { id: string; name: string; counted: Counted; more?: ReactNode }

/** Numbers with what they count and where each comes from. */
export function CountList({ lines }: { lines: readonly Line[] }) {
  const text = useText(monitorText)
  return (
    <dl className="wk-counts">
      {lines.map(({ id, name, counted, more }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            <strong>{counted.value}</strong>
            {more} <span className="wk-muted wk-small">{text.source[counted.source]}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
