import { leftOutNames, outcomeSentence, roundWords } from '@weerklank/core/team/round.words'
import { roundPicture } from '@weerklank/core/team/round-picture'
import { spreadOf } from '@weerklank/core/team/spread'
import { spreadReckoning, spreadSentence } from '@weerklank/core/team/spread.words'
import type { GroupOutcome, RoundOutcome } from '@weerklank/core/team/team.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Section } from '../ui/Section.tsx'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { Table } from '../ui/Table.tsx'
import { roundText } from './round.text.ts'

type Props = { outcome: RoundOutcome; group: GroupOutcome }

/** One group: each question as a picture, a sentence and a table; or why it is not shown. */
export function RoundGroupResult({ outcome, group }: Props) {
  const text = useText(roundText)
  const title = group.name === '' ? text.whole : group.name
  const told = useAnswered(outcome)
  if (group.answered.status === 'hidden') {
    return (
      <Section title={title}>
        <p className="wk-round-hidden">
          <Icon name="lock" />
          {told(group)}
        </p>
      </Section>
    )
  }
  return (
    <Section title={title} intro={told(group)}>
      <ul className="wk-round-items">
        {askedOf(outcome, group).map((item) => (
          <li key={item.id}>
            <ItemResult outcome={outcome} group={group} item={item} title={title} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How many of a group answered, or why that is not told. */
function useAnswered(outcome: RoundOutcome) {
  const text = useText(roundText)
  const words = roundWords[useLanguage()]
  return ({ answered, invited }: GroupOutcome) => {
    if (answered.status === 'hidden') return words.hidden[answered.reason](outcome.k)
    const left = leftOutNames(outcome, answered.leftOut)
    // Who was asked in a group that is left out is in the number asked: a share of it would say how few they were.
    if (left.length === 0) return text.answeredOf(answered.n, invited)
    return `${text.answered(answered.n)} ${words.leftOut(left.join(', '))}`
  }
}

/** Of groups that were asked about each other only: who answered, in one list. */
export function RoundAnswered({ outcome }: Pick<Props, 'outcome'>) {
  const text = useText(roundText)
  const told = useAnswered(outcome)
  return (
    <Section title={text.whoAnswered}>
      <ul className="wk-lines">
        {outcome.groups.map((group) => (
          <li key={group.id}>
            <strong>{group.name === '' ? text.whole : group.name}</strong>
            <p className="wk-muted">{told(group)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The questions that were asked about the group itself. */
function askedOf({ instrument }: RoundOutcome, group: GroupOutcome) {
  return instrument.items.filter(({ id }) => group.items.some(({ item }) => item === id))
}

type ItemProps = Props & { item: RoundOutcome['instrument']['items'][number]; title: string }

function ItemResult({ outcome, group, item, title }: ItemProps) {
  const text = useText(roundText)
  const language = useLanguage()
  const result = group.items.find((one) => one.item === item.id)?.result
  const label = item.label[language]
  const ends =
    language === 'nl'
      ? { low: item.low.nl.je, high: item.high.nl.je }
      : { low: item.low.en, high: item.high.en }
  const sentence = outcomeSentence({ outcome, group, item: item.id }, language)
  const spread = result?.status === 'shown' ? spreadOf(result.tally, outcome.instrument.scale) : null
  const left = result?.status === 'shown' ? leftOutNames(outcome, result.leftOut) : []
  const more =
    left.length >
    leftOutNames(outcome, group.answered.status === 'shown' ? group.answered.leftOut : []).length
  return (
    <>
      <h3>{label}</h3>
      <p className="wk-muted wk-small">{language === 'nl' ? item.question.nl.je : item.question.en}</p>
      {result?.status === 'shown' ? (
        <>
          <SvgPicture
            svg={roundPicture({
              ...{ tally: result.tally, scale: outcome.instrument.scale, id: `${group.id}-${item.id}` },
              ...{ title: text.chartOf(label, title), description: sentence },
            })}
          />
          <p className="wk-round-ends wk-muted wk-small" aria-hidden="true">
            <span>{ends.low}</span>
            <span>{ends.high}</span>
          </p>
          <p className="wk-small">{sentence}</p>
          <p className="wk-small">{spreadSentence(spread, language)}</p>
          {more && <p className="wk-muted wk-small">{roundWords[language].leftOut(left.join(', '))}</p>}
          <Disclosure label={text.table}>
            {spreadReckoning(spread, language).map((line) => (
              <p key={line} className="wk-small">
                {line}
              </p>
            ))}
            <Table
              caption={text.tableOf(label, title)}
              rows={result.tally}
              rowId={({ value }) => String(value)}
              columns={[
                { id: 'value', head: text.mark, cell: ({ value }) => value },
                { id: 'count', head: text.count, cell: ({ count }) => count, numeric: true },
              ]}
            />
          </Disclosure>
        </>
      ) : (
        <p className="wk-round-hidden">
          <Icon name="lock" />
          {sentence}
        </p>
      )}
    </>
  )
}
