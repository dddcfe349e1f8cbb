import { fixedNumber } from '@weerklank/core/shared/number-words'
import { roundWords } from '@weerklank/core/team/round.words'
import { type Guess, guessesOf } from '@weerklank/core/team/round-between'
import { guessBeside } from '@weerklank/core/team/round-talk.words'
import type { GroupView, RoundOutcome } from '@weerklank/core/team/team.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { roundReportText } from './round-report.text.ts'

/** What each group thought another would say, beside what that one said. Nobody was right or wrong. */
export function RoundSwap({ outcome }: { outcome: RoundOutcome }) {
  const text = useText(roundReportText)
  const guesses = guessesOf(outcome)
  return (
    <Section title={text.swap} intro={text.swapIntro}>
      {outcome.views.map((view) => (
        <Swap key={`${view.from} ${view.about}`} {...{ view, outcome, guesses }} />
      ))}
    </Section>
  )
}

type Props = { view: GroupView; outcome: RoundOutcome; guesses: readonly Guess[] }

function Swap({ view, outcome, guesses }: Props) {
  const text = useText(roundReportText)
  const language = useLanguage()
  const nameOf = (id: string) => outcome.groups.find((group) => group.id === id)?.name ?? ''
  const guessOf = (item: string) =>
    guesses.find((one) => one.from === view.from && one.about === view.about && one.item === item)
  const title = text.swapOf(nameOf(view.from), nameOf(view.about))
  const told = (mean: number | undefined) => (mean === undefined ? '–' : fixedNumber(mean, language, 1))
  const reasons = new Set(view.items.map(({ result }) => (result.status === 'hidden' ? result.reason : null)))
  const [only] = [...reasons]
  return (
    <>
      <h3>{title}</h3>
      {reasons.size === 1 && only != null ? (
        <p>{roundWords[language].viewHidden[only]}</p>
      ) : (
        <Table
          caption={title}
          rows={view.items}
          rowId={({ item }) => item}
          columns={[
            {
              ...{ id: 'question', head: text.question },
              cell: ({ item }) => outcome.instrument.items.find(({ id }) => id === item)?.label[language],
            },
            {
              id: 'guessed',
              head: text.guessed,
              cell: ({ item }) => told(guessOf(item)?.guessed),
              numeric: true,
            },
            { id: 'said', head: text.said, cell: ({ item }) => told(guessOf(item)?.said), numeric: true },
            {
              ...{ id: 'beside', head: text.beside },
              cell: ({ item, result }) => {
                const guess = guessOf(item)
                if (guess !== undefined) return guessBeside(guess, { outcome, language })
                return result.status === 'hidden' ? roundWords[language].viewHidden[result.reason] : ''
              },
            },
          ]}
        />
      )}
    </>
  )
}
