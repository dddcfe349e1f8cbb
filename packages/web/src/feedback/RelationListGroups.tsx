import type { RelationSummary } from '@weerklank/core/feedback/feedback.contract'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import type { Bilingual } from '@weerklank/core/shared/language'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { RelationListRow } from './RelationListRow.tsx'
import { relationListText } from './relation-list.text.ts'

type List = { relations: readonly RelationSummary[]; itemLabels: Readonly<Record<string, Bilingual>> }
type Props = { list: List; closed: boolean; seen: DaySeen }

/** Who asks for attention first; what has ended asks for nothing any more. */
export function RelationListGroups({ list, closed, seen }: Props) {
  const text = useText(relationListText)
  const asks = ({ signals }: RelationSummary) => !closed && signals.length > 0
  const asking = list.relations.filter(asks)
  const others = list.relations.filter((relation) => !asks(relation))
  const rows = (relations: readonly RelationSummary[], asksAttention: boolean) => (
    <ul className="wk-lines">
      {relations.map((relation) => (
        <RelationListRow
          key={relation.id}
          relation={relation}
          itemLabels={list.itemLabels}
          seen={seen}
          asksAttention={asksAttention}
        />
      ))}
    </ul>
  )
  if (asking.length === 0) return rows(others, false)
  return (
    <>
      <Section title={text.attention}>{rows(asking, true)}</Section>
      {others.length > 0 && <Section title={text.others}>{rows(others, false)}</Section>}
    </>
  )
}
