import type { ToldDeed } from '@weerklank/core/library/works.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { worksText } from './works.text.ts'
import { ofTen, placeWords, type ShownGroup } from './works-shown.ts'

type Props = Pick<ToldDeed, 'source'> & { caption: string; groups: readonly ShownGroup[] }

/** What the pictures and their sentences say, in figures. */
export function WorksTable({ source, caption, groups }: Props) {
  const text = useText(worksText)
  const language = useLanguage()
  const head = text.columns
  const count = (id: 'people' | 'higher' | 'same' | 'lower' | 'still'): Column<ShownGroup> => ({
    ...{ id, head: id === 'people' && source === 'team' ? head.teams : head[id], numeric: true },
    cell: ({ result }) => result[id],
  })
  return (
    <Table
      caption={caption}
      columns={[
        {
          ...{ id: 'group', head: head.group },
          cell: (group) => placeWords(group, language).join(' · ') || text.everybody[source],
        },
        ...[count('people'), count('higher'), count('same'), count('lower')],
        ...(source === 'collaboration' ? [count('still')] : []),
        {
          ...{ id: 'sure', head: head.ofTen, numeric: true },
          cell: ({ result }) => ofTen(result.estimate).join(' – '),
        },
      ]}
      rows={groups}
      rowId={(group) => placeWords(group, 'nl').join(' ')}
    />
  )
}
