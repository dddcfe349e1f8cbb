import { roundWords } from '@weerklank/core/team/round.words'
import type { GroupOutcome, RoundDetails, RoundOutcome } from '@weerklank/core/team/team.contract'
import { listWords } from '../language/moment-words.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Card } from '../ui/Card.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { RoundAgreements } from './RoundAgreements.tsx'
import { RoundBetween } from './RoundBetween.tsx'
import { RoundAnswered, RoundGroupResult } from './RoundGroupResult.tsx'
import { RoundOverview } from './RoundOverview.tsx'
import { RoundPlan } from './RoundPlan.tsx'
import { RoundSwap } from './RoundSwap.tsx'
import { RoundTake } from './RoundTake.tsx'
import { RoundTrend } from './RoundTrend.tsx'
import { roundText } from './round.text.ts'
import { roundReportText } from './round-report.text.ts'

type Props = { round: RoundDetails; outcome: RoundOutcome }

/** What came out: everybody together, each group that may be shown, words, and questions to go on with. */
export function RoundReport({ round, outcome }: Props) {
  const text = useText(roundText)
  const report = useText(roundReportText)
  const language = useLanguage()
  const isTooLow = !outcome.enough && outcome.minShare !== null
  return (
    <div className="wk-stack wk-stack--wide wk-round">
      {isTooLow ? <TooLow outcome={outcome} /> : <Caution outcome={outcome} />}
      <RoundAgreements round={round} />
      <RoundPlan round={round} outcome={outcome} />
      {!isTooLow && <Figures round={round} outcome={outcome} />}
      {!isTooLow && <Words outcome={outcome} />}
      <Section title={text.talk}>
        <ul className="wk-round-rules">
          {text.talks.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </Section>
      <div className="wk-actions wk-no-print">
        <LinkButton to="/peilingen/nieuw" search={{ volgt: round.id }} icon="return">
          {report.again}
        </LinkButton>
        <span className="wk-muted wk-small">{report.againText}</span>
      </div>
      <RoundTake round={round.id} />
      <p className="wk-muted wk-small">{text.readers(listWords(round.readers, language))}</p>
    </div>
  )
}

function Figures({ round, outcome }: Props) {
  return (
    <>
      <RoundOverview round={round} outcome={outcome} />
      {outcome.form === 'swap' && <RoundSwap outcome={outcome} />}
      {outcome.form === 'between' && <RoundBetween outcome={outcome} />}
      <RoundTrend round={round} outcome={outcome} />
      {outcome.form === 'between' ? (
        <RoundAnswered outcome={outcome} />
      ) : (
        outcome.groups.map((group) => <RoundGroupResult key={group.id} outcome={outcome} group={group} />)
      )}
    </>
  )
}

/** Kind words instead of numbers: the talk goes on. */
function TooLow({ outcome }: { outcome: RoundOutcome }) {
  const text = useText(roundReportText)
  return (
    <Section title={text.tooLowTitle}>
      <Card>
        <p>{text.tooLow(outcome.minShare ?? 0)}</p>
        <p>{text.tooLowStill}</p>
      </Card>
    </Section>
  )
}

/** Printed by itself, above any number. */
function Caution({ outcome }: { outcome: RoundOutcome }) {
  const text = useText(roundText)
  const language = useLanguage()
  const sentences = roundWords[language].caution(peopleIn(outcome.groups[0]), outcome.k)
  const { caution } = outcome.instrument
  return (
    <div className="wk-round-caution" role="note">
      <Icon name="eye" />
      <p>
        <strong>{text.care}</strong> {sentences.join(' ')} {language === 'nl' ? caution.nl.je : caution.en}
      </p>
    </div>
  )
}

const peopleIn = (whole: GroupOutcome | undefined) =>
  whole?.answered.status === 'shown' ? whole.answered.n : null

function Words({ outcome: { words, instrument, k } }: { outcome: RoundOutcome }) {
  const text = useText(roundText)
  const language = useLanguage()
  const question = language === 'nl' ? instrument.open.nl.je : instrument.open.en
  if (words.status === 'hidden') {
    return (
      <Section title={text.words}>
        <p className="wk-round-hidden">
          <Icon name="lock" />
          {roundWords[language].wordsHidden[words.reason](k)}
        </p>
      </Section>
    )
  }
  return (
    <Section title={text.words} intro={`${question} ${text.wordsIntro}`}>
      <ul className="wk-lines wk-round-words">
        {words.texts.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words can stand twice, and the list never changes
          <li key={index}>
            <blockquote>{words}</blockquote>
          </li>
        ))}
      </ul>
    </Section>
  )
}
