import { roundWords } from '@weerklank/core/team/round.words'
import { type Guess, guessesOf } from '@weerklank/core/team/round-between'
import { guessSentence } from '@weerklank/core/team/round-talk.words'
import type { GroupView, RoundOutcome } from '@weerklank/core/team/team.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
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
  const reasons = new Set(view.items.map(({ result }) => (result.status === 'hidden' ? result.reason : null)))
  const [only] = [...reasons]
  return (
    <>
      <h3>{text.swapOf(nameOf(view.from), nameOf(view.about))}</h3>
      {reasons.size === 1 && only != null ? (
        <p>{roundWords[language].viewHidden[only]}</p>
      ) : (
        <dl className="wk-round-swap">
          {view.items.map(({ item, result }) => {
            const guess = guessOf(item)
            const label = outcome.instrument.items.find(({ id }) => id === item)?.label[language]
            return (
              <div key={item}>
                <dt>{label}</dt>
                <dd>
                  {guess !== undefined && guessSentence(guess, { outcome, language })}
                  {result.status === 'hidden' && roundWords[language].viewHidden[result.reason]}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </>
  )
}
