import type { ReactNode } from 'react'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { researchText } from './research.text.ts'
import { fewPeople } from './research-view.ts'

type Props = { source: 'register' | 'material'; people: number; children: ReactNode }

/** The counts of one source, with its name at them, and how to read few people. */
export function ResearchSource({ source, people, children }: Props) {
  const text = useText(researchText)
  return (
    <div className="wk-research-counts">
      <Chip tone={source === 'register' ? 'plain' : 'primary'}>
        {source === 'register' ? text.fromRegister : text.fromMaterial}
      </Chip>
      {children}
      {people < fewPeople && <p className="wk-muted wk-small">{text.few}</p>}
    </div>
  )
}
