import type { MonitorPage } from '@weerklank/core/learning/monitor.contract'
import type { GoalLine } from '@weerklank/core/learning/monitor.shape'
import { goalsCaution } from '@weerklank/core/learning/monitor.words'
import { Suspense } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { AtHandGoals } from '../library/library.tsx'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Section } from '../ui/Section.tsx'
import { CountList } from './MonitorCount.tsx'
import { monitorText } from './monitor.text.ts'

type Props = { told: MonitorPage; onFrom: (from: number) => void }

/** More lines than this are not drawn: who is further on comes with her words. */
const linesAtMost = 60

/** Who wrote a goal and what became of it; the words only for who may read them. */
export function MonitorGoals({ told: { monitor, words }, onFrom }: Props) {
  const text = useText(monitorText)
  const language = useLanguage()
  const { goals, goalLines } = monitor
  const { registered, both, onlyT2, same, changed, stored } = goals
  const caution = goalsCaution(monitor, language)
  const without = registered.withoutConsent
  const first = words?.people[0]
  const lines = goalLines
    .filter(({ learner }) => first === undefined || learner >= first)
    .slice(0, linesAtMost)
  return (
    <Section title={text.goals.title}>
      <CountList
        lines={[
          {
            id: 'registered',
            name: text.goals.counts.registered,
            counted: registered,
            more: without > 0 ? text.goals.withoutConsent(without) : '',
          },
          { id: 'both', name: text.goals.counts.both, counted: both },
          { id: 'only', name: text.goals.counts.onlyT2, counted: onlyT2 },
        ]}
      />
      {same.value !== null && changed.value !== null && (
        <p>
          {text.goals.sameChanged(same.value, changed.value, stored.n - stored.none)}{' '}
          <span className="wk-muted wk-small">{text.source.consented}</span>
        </p>
      )}
      {caution !== null && <p className="wk-monitor-why">{caution}</p>}
      {words === null && <p className="wk-muted wk-small">{text.goals.noWords}</p>}
      {goalLines.length === 0 ? (
        words !== null && <p className="wk-muted">{text.goals.none}</p>
      ) : (
        <ul className="wk-monitor-goals">
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several goals of one person have nothing else of their own here
            <Goal key={`${line.learner} ${at}`} line={line} />
          ))}
        </ul>
      )}
      {words === null && lines.length < goalLines.length && (
        <p className="wk-muted wk-small">{text.goals.more(goalLines.length - lines.length)}</p>
      )}
      {words !== null && (words.next !== null || first !== goalLines[0]?.learner) && (
        <p className="wk-actions wk-no-print">
          {first !== goalLines[0]?.learner && <Button onClick={() => onFrom(1)}>{text.goals.first}</Button>}
          {words.next !== null && (
            <Button onClick={() => onFrom(words.next ?? 1)}>{text.goals.next(words.next)}</Button>
          )}
        </p>
      )}
      {words !== null && (
        <div className="wk-actions wk-no-print">
          <Suspense fallback={null}>
            <AtHandGoals goals={lines.flatMap((line) => line.words?.now ?? [])} />
          </Suspense>
        </div>
      )}
    </Section>
  )
}

function Goal({ line: { learner, kept, words } }: { line: GoalLine }) {
  const text = useText(monitorText)
  return (
    <li>
      <span className="wk-muted wk-small">{text.learner(learner)}</span>
      {words !== null && (
        <span className="wk-monitor-goals__words">
          {words.before !== null && <span>{words.before}</span>}
          <span className={words.before === null ? undefined : 'wk-monitor-goals__now'}>
            {words.before !== null && (
              <>
                <Icon name="chevron" />
                <span className="wk-sr-only">{text.goals.became}</span>
              </>
            )}
            {words.now}
          </span>
          {words.reason !== '' && (
            <span className="wk-muted wk-small">
              {text.goals.why}: {words.reason}
            </span>
          )}
        </span>
      )}
      <Chip tone={kept === 'same' ? 'kept' : kept === 'changed' ? 'primary' : 'plain'}>
        {kept === null ? text.goals.unsaid : text.goals.kept[kept]}
      </Chip>
    </li>
  )
}
