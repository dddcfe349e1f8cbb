import type { Monitor } from '@weerklank/core/learning/monitor.shape'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { CountList } from './MonitorCount.tsx'
import { monitorText } from './monitor.text.ts'

/** Who takes part by what they do, and what groups say that are large enough. */
export function MonitorFunctions({ monitor }: { monitor: Monitor }) {
  const text = useText(monitorText)
  const { functions, byFunction } = monitor
  const name = (one: string) => (one === '' ? text.functions.unknown : one.replaceAll('_', ' '))
  const isKnown = functions.some((one) => one.name !== '')
  if (!isKnown) return null
  const answers: Readonly<Record<string, string>> = text.said.answers
  return (
    <>
      <Section title={text.functions.whoTitle}>
        <CountList
          lines={functions.map((one) => ({ id: one.name, name: name(one.name), counted: one.count }))}
        />
      </Section>
      {byFunction !== null && (
        <Section title={text.functions.title} intro={text.functions.intro(byFunction.k)}>
          <Table
            caption={text.functions.caption}
            columns={[
              { id: 'name', head: text.functions.name, cell: (group) => name(group.name) },
              {
                id: 'said',
                head: `${text.said.applied} (${byFunction.moment})`,
                cell: ({ applied }) =>
                  applied === null ? (
                    <span className="wk-muted">{text.functions.hidden}</span>
                  ) : (
                    applied.answers
                      .map(({ answer, count }) => `${answers[answer] ?? answer} ${count.value}`)
                      .join(' · ')
                  ),
              },
            ]}
            rows={byFunction.groups}
            rowId={(group) => group.name}
          />
        </Section>
      )}
    </>
  )
}
