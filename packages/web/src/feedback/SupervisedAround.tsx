import { itemLabelsFor } from '@weerklank/core/feedback/check-answer'
import { markerWord } from '@weerklank/core/feedback/rupture'
import { ruptureKindWord, ruptureOutcomeWord, ruptureStepWord } from '@weerklank/core/feedback/rupture.words'
import { agreementStateWord, outcomeWord } from '@weerklank/core/feedback/signal.words'
import type { SupervisedCase } from '@weerklank/core/feedback/supervision.contract'
import { useDates } from '../access/access.ts'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Section } from '../ui/Section.tsx'
import { signalInWords } from './attention-words.ts'
import { supervisionText } from './supervision.text.ts'

type Props = { shown: SupervisedCase; seen: Seen }

/** What stood out, what was agreed, and strain that was shared: to read. */
export function SupervisedAround({ shown, seen }: Props) {
  const text = useText(supervisionText)
  return (
    <>
      <Section title={text.signals}>
        <Signals shown={shown} seen={seen} />
      </Section>
      <Section title={text.agreements}>
        <Agreements shown={shown} seen={seen} />
      </Section>
      <Section title={text.strain}>
        <Strain shown={shown} seen={seen} />
      </Section>
    </>
  )
}

function Signals({ shown, seen }: Props) {
  const text = useText(supervisionText)
  const dates = useDates()
  if (shown.signals.length === 0) return <p className="wk-muted">{text.noSignals}</p>
  return (
    <ul className="wk-lines">
      {shown.signals.map((one) => {
        const signal = { ...one, note: '' }
        const responses = shown.responses.map((answer) => ({ ...answer, openText: '', contact: null }))
        const itemLabels = itemLabelsFor({ instruments: shown.instruments, responses }, signal)
        const place = { participants: shown.people, itemLabels, gone: text.gone }
        const { observation } = signalInWords(signal, place, seen)
        return (
          <li key={one.id}>
            <p>{observation}</p>
            <p className="wk-muted wk-small">
              {dates.dayMonth(one.openedAt)}{' '}
              {one.outcome !== null && <Chip tone="kept">{outcomeWord(one.outcome, seen.language)}</Chip>}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function Agreements({ shown, seen }: Props) {
  const text = useText(supervisionText)
  const dates = useDates()
  if (shown.agreements.length === 0) return <p className="wk-muted">{text.noAgreements}</p>
  return (
    <ul className="wk-lines">
      {shown.agreements.map(({ id, text: said, madeAt, state }) => (
        <li key={id}>
          <p>{said}</p>
          <p className="wk-muted wk-small">
            {dates.dayMonth(madeAt)} · {agreementStateWord(state, seen.language)}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Strain({ shown, seen }: Props) {
  const text = useText(supervisionText)
  const dates = useDates()
  const { language } = seen
  if (shown.ruptures.length === 0) return <p className="wk-muted">{text.noStrain}</p>
  return (
    <ul className="wk-lines">
      {shown.ruptures.map(({ id, kind, markers, text: said, noticedAt, outcome, steps }) => (
        <li key={id}>
          <p>
            {[ruptureKindWord(kind, language), ...markers.map((one) => markerWord(one, language))].join(
              ' · ',
            )}
          </p>
          {said !== '' && <p>{said}</p>}
          <p className="wk-muted wk-small">
            {dates.dayMonth(noticedAt)}{' '}
            {outcome !== null && <Chip tone="kept">{ruptureOutcomeWord(outcome, language)}</Chip>}
          </p>
          {steps.length > 0 && (
            <ul className="wk-small">
              {steps.map(({ step, text: done, at }) => (
                <li key={step}>
                  {ruptureStepWord(step, language)}
                  {done !== '' && `: ${done}`} <span className="wk-muted">{dates.dayMonth(at)}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
