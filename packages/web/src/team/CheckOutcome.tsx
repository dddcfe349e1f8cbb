import type { CircleCheckDetails, CircleOutcome } from '@weerklank/core/team/circle-check.contract'
import { checkPicture } from '@weerklank/core/team/circle-check.picture'
import { agreementOverAll } from '@weerklank/core/team/circle-check.talk'
import { circleCheckWords } from '@weerklank/core/team/circle-check.words'
import type { Spread } from '@weerklank/core/team/spread'
import { agreementCaveats, agreementOf, agreementWords } from '@weerklank/core/team/spread.words'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { Table } from '../ui/Table.tsx'
import { CheckChange } from './CheckChange.tsx'
import { CheckItems } from './CheckItems.tsx'
import { checkText } from './check.text.ts'

type Props = { check: CircleCheckDetails; outcome: CircleOutcome }

/** What came out: all questions in a picture and a table side by side, each by itself, what changed, and the words. */
export function CheckOutcome({ check, outcome }: Props) {
  const text = useText(checkText)
  const language = useLanguage()
  if (outcome.status === 'talk') {
    return (
      <Section title={text.outcome}>
        <p>{circleCheckWords[language].talk}</p>
      </Section>
    )
  }
  const { definition } = check
  return (
    <>
      <Section title={text.outcome} intro={text.answeredOf(outcome.answered, check.asked)}>
        <p className="wk-muted wk-small">
          {text.recognise} {language === 'nl' ? definition.caution.nl.je : definition.caution.en}
        </p>
        <Overview check={check} outcome={outcome} />
      </Section>
      <CheckChange check={check} outcome={outcome} />
      <Section title={text.items}>
        <CheckItems check={check} outcome={outcome} />
        <Reckoned check={check} outcome={outcome} />
      </Section>
      {outcome.words.length > 0 && (
        <Section
          title={text.words}
          intro={language === 'nl' ? definition.open.question.nl.je : definition.open.question.en}
        >
          <ul className="wk-lines">
            {outcome.words.map((words, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words can stand twice, and the list never changes
              <li key={index}>
                <blockquote>{words}</blockquote>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Overview({ check, outcome }: Props) {
  const text = useText(checkText)
  const language = useLanguage()
  const { definition, earlier } = check
  const last = earlier.at(-1)?.outcome
  const { svg, rows } = checkPicture({
    ...{ id: check.id, instrument: definition, outcome, before: last ?? null, language },
  })
  const note = last === undefined ? text.radarNote : `${text.radarNote} ${text.radarBefore}`
  return (
    <div className="wk-check-overview">
      <SvgPicture svg={svg} caption={note} />
      <Table
        caption={text.tableOf}
        rows={rows}
        rowId={({ nr }) => nr}
        columns={[
          { id: 'question', head: text.question, cell: ({ nr, item }) => `${nr}. ${item.label[language]}` },
          { id: 'people', head: text.people, cell: ({ spread }) => spread?.n ?? '–', numeric: true },
          {
            ...{ id: 'range', head: text.range, numeric: true },
            cell: ({ spread }) => (spread === null ? '–' : `${spread.lowest} – ${spread.highest}`),
          },
          { id: 'together', head: text.together, cell: ({ spread }) => together(spread) },
        ]}
      />
    </div>
  )

  function together(spread: Spread | null): string {
    const agreement = spread === null ? null : agreementOf(spread)
    return agreement === null ? text.hidden : agreementWords(agreement, language)
  }
}

/** Agreement over all questions, and what to think of beside such a number; folded away. */
function Reckoned({ check: { definition }, outcome }: Props) {
  const text = useText(checkText)
  const language = useLanguage()
  return (
    <Disclosure label={text.reckoned}>
      <ul>
        {agreementCaveats(agreementOverAll(outcome, definition), language).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
