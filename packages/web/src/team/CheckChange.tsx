import type {
  CircleCheckDetails,
  CircleOutcome,
  EarlierMoment,
} from '@weerklank/core/team/circle-check.contract'
import { changeBetween, isSamePeople, movedAndStill, spreadIn } from '@weerklank/core/team/circle-check.talk'
import { changeSentence, circleCheckWords, stillSentence } from '@weerklank/core/team/circle-check.words'
import type { CircleItem } from '@weerklank/core/team/circle-instrument'
import { spreadCell } from '@weerklank/core/team/spread.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { checkText } from './check.text.ts'
import { useMomentDay } from './use-moment-day.ts'

type Props = { check: CircleCheckDetails; outcome: CircleOutcome }

/** What changed since the last time, in counts and honest about who answered; all moments beside each other below it. */
export function CheckChange({ check, outcome }: Props) {
  const text = useText(checkText)
  const language = useLanguage()
  const dayOf = useMomentDay()
  const { earlier, definition } = check
  const last = earlier.at(-1)
  if (last === undefined) return <p className="wk-muted">{text.again(definition.repeatWeeks)}</p>
  const isSame = isSamePeople(last, { asked: check.asked, outcome })
  const { moved, still } = movedAndStill(changeBetween(definition, { before: last.outcome, now: outcome }))
  return (
    <Section title={text.before} intro={text.beforeIntro(dayOf(last.openedAt))}>
      {moved.length > 0 && (
        <dl className="wk-check-change">
          {moved.map((change) => (
            <div key={change.item.id}>
              <dt>{change.item.label[language]}</dt>
              <dd>{changeSentence(change, language)}</dd>
            </div>
          ))}
        </dl>
      )}
      {still.length > 0 && <p>{stillSentence(still, language)}</p>}
      <p className="wk-muted">
        {isSame ? circleCheckWords[language].same : circleCheckWords[language].others}
      </p>
      <Disclosure label={text.trend}>
        <Trend check={check} outcome={outcome} earlier={earlier} />
      </Disclosure>
    </Section>
  )
}

/** Per question and moment from where to where the answers went and how far people saw it alike; no mean, no order of people. */
function Trend({ check, outcome, earlier }: Props & { earlier: readonly EarlierMoment[] }) {
  const text = useText(checkText)
  const language = useLanguage()
  const dayOf = useMomentDay()
  const { definition } = check
  const moments = [
    ...earlier.map((one) => ({ id: one.id as string, head: dayOf(one.openedAt), outcome: one.outcome })),
    { id: check.id as string, head: text.now, outcome },
  ]
  return (
    <Table
      caption={text.trend}
      rows={definition.items}
      rowId={({ id }) => id}
      columns={[
        { id: 'item', head: text.question, cell: (item) => item.label[language] },
        ...moments.map(({ id, head, outcome: of }) => ({
          id,
          head,
          cell: ({ id: item }: CircleItem) =>
            spreadCell(spreadIn(of, { item, instrument: definition }), language),
        })),
      ]}
    />
  )
}
