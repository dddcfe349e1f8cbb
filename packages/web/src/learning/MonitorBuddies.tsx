import type { BuddyRow, Monitor } from '@weerklank/core/learning/monitor.shape'
import { buddyTable, evaluationWord, explanationWord } from '@weerklank/core/learning/monitor.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { CountList } from './MonitorCount.tsx'
import { monitorText } from './monitor.text.ts'

/** Whether buddies talked and why it is told as it is; nothing of what they said. */
export function MonitorBuddies({ monitor }: { monitor: Monitor }) {
  const text = useText(monitorText)
  const language = useLanguage()
  const { buddies, pairs, externalAddedValue, checkUsingPairs } = monitor
  if (pairs.formed.value === 0) return null
  const [number = '', evaluation = '', why = ''] = buddyTable(monitor, language).heading
  return (
    <Section title={text.buddies.title} intro={text.buddies.intro}>
      <CountList
        lines={[
          ...(['formed', 'memberStopped', 'withoutConsent', 'full', 'exchangedBetween'] as const).map(
            (id) => ({
              ...{ id, name: text.buddies.sums[id], counted: pairs[id] },
            }),
          ),
          { id: 'external', name: text.buddies.external, counted: externalAddedValue },
          { id: 'check', name: text.buddies.check, counted: checkUsingPairs },
        ]}
      />
      <Table
        caption={text.buddies.caption}
        columns={[
          { id: 'who', head: number, cell: ({ learner }: BuddyRow) => learner },
          { id: 'talk', head: evaluation, cell: (row) => evaluationWord(row.evaluation, language) },
          { id: 'why', head: why, cell: (row) => explanationWord(row.why, language) },
        ]}
        rows={buddies}
        rowId={({ learner }) => String(learner)}
      />
    </Section>
  )
}
