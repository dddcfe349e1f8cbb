import type { TrajectoryDetails } from '@weerklank/core/learning/trajectory.contract'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Section } from '../ui/Section.tsx'
import { trajectoryPageText } from './trajectory-page.text.ts'

/** The five parts that a trajectory needs; one that is missing says what would fulfil it, and stands in nobody's way. */
export function TrajectoryComponents({ components }: Pick<TrajectoryDetails, 'components'>) {
  const text = useText(trajectoryPageText)
  return (
    <Section title={text.components} intro={text.componentsIntro}>
      <ul className="wk-lines">
        {components.map(({ component, by, isThere }) => (
          <li key={component} className="wk-trajectory-part">
            <span className="wk-trajectory-part__name">{text.component[component]}</span>
            <Chip tone={isThere ? 'kept' : 'warm'}>{isThere ? text.there : text.missing}</Chip>
            <p className="wk-muted">{isThere ? by : text.fulfil[component]}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
