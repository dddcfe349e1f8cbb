import { useParams } from '@tanstack/react-router'
import type { CircleDetails, CirclePerson } from '@weerklank/core/team/circle.contract'
import { useState } from 'react'
import { useDates } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { CircleFrame } from './CircleFrame.tsx'
import { CirclePersonAdd } from './CirclePersonAdd.tsx'
import { CirclePersonDialog } from './CirclePersonDialog.tsx'
import { circlePeopleText } from './circle-people.text.ts'

/** Who belongs to a team or network: from which side, and how each comes to it. */
export function CirclePeoplePage() {
  const { relation } = useParams({ from: '/members/team/$relation/mensen' })
  return (
    <CircleFrame relation={relation} part="people">
      {(details) => <People details={details} />}
    </CircleFrame>
  )
}

function People({ details }: { details: CircleDetails }) {
  const text = useText(circlePeopleText)
  const [opened, setOpened] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const names = new Map<string, string>(details.sides.map(({ id, name }) => [id, name]))
  const mayAct = details.may.change && details.state.status !== 'ended'
  const columns: Column<CirclePerson>[] = [
    { id: 'name', head: text.name, cell: (one) => <Named person={one} /> },
    {
      id: 'sides',
      head: text.sides,
      cell: (one) => one.sides.flatMap((id) => names.get(id) ?? []).join(', '),
    },
    { id: 'way', head: text.way, cell: (one) => <Way person={one} /> },
    ...(mayAct
      ? [
          {
            id: 'more',
            head: text.more,
            cell: (one: CirclePerson) => (
              <TextButton aria-label={text.open(one.name)} onClick={() => setOpened(one.participant)}>
                {text.arrange}
              </TextButton>
            ),
          },
        ]
      : []),
  ]
  const person = details.people.find(({ participant }) => participant === opened)
  return (
    <Section title={text.list} intro={text.intro}>
      <Table
        caption={text.list}
        columns={columns}
        rows={details.people}
        rowId={({ participant }) => participant}
      />
      {mayAct && (
        <div className="wk-actions wk-no-print">
          <Button icon="plus" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        </div>
      )}
      {adding && <CirclePersonAdd details={details} onClose={() => setAdding(false)} />}
      {person !== undefined && (
        <CirclePersonDialog details={details} person={person} onClose={() => setOpened(null)} />
      )}
    </Section>
  )
}

function Named({ person: { name, detail } }: { person: CirclePerson }) {
  return (
    <>
      {name}
      {detail !== '' && <span className="wk-muted wk-small">{` ${detail}`}</span>}
    </>
  )
}

function Way({ person: { active, member, linkUntil, seen } }: { person: CirclePerson }) {
  const text = useText(circlePeopleText)
  const dates = useDates()
  if (!active) return <span className="wk-muted">{text.gone}</span>
  if (member !== null) return text.account
  const link = linkUntil === null ? text.noLink : text.link(dates.dayMonth(linkUntil))
  return seen ? `${link} · ${text.seen}` : link
}
