import { sentenceStart } from '@weerklank/core/shared/sentence-start'
import type { ChooserInstrument, ChooserPlace } from '@weerklank/core/team/chooser'
import { useId } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { chooserText } from './chooser.text.ts'
import type { ChooserSearch, Registered } from './chooser-content.ts'

type Props = {
  instrument: ChooserInstrument
  found: Registered | undefined
  isBlocked: boolean
  search: ChooserSearch
}

/** One instrument: what it asks about, what it takes, whose it is and how one may use it. Never its questions. */
export function ChooserCard({ instrument, found, isBlocked, search }: Props) {
  const language = useLanguage()
  const id = useId()
  const mayUse = instrument.licence.kind === 'own' || found?.mayUse === true
  return (
    <Card as="article" labelledBy={id} className="wk-stack wk-chooser-card">
      <h3 id={id}>{instrument.name[language]}</h3>
      <p>{sentenceStart(instrument.what[language])}</p>
      <Facts instrument={instrument} />
      <p>{instrument.licence.how[language]}</p>
      {instrument.licence.kind !== 'own' && <Register {...{ instrument, found, isBlocked }} />}
      {mayUse && !isBlocked && <Places instrument={instrument} search={search} />}
    </Card>
  )
}

function Facts({ instrument }: { instrument: ChooserInstrument }) {
  const text = useText(chooserText)
  const language = useLanguage()
  const { items, scale, minutes, licence, minimum, repeat, sources, unsure = [] } = instrument
  const size = [items !== null && text.questions(items), scale !== null && text.scale(scale)]
  const of10 = minimum.of10?.toLocaleString(language)
  const facts: [string, string][] = [
    [text.time, text.minutes(minutes.about, minutes.sure)],
    [text.size, size.filter((one) => one !== false).join(', ')],
    [text.licence, licence.kind === 'own' ? text.own : text.holder(licence.holder)],
    [
      text.least,
      [
        minimum.ofEach === undefined
          ? text.leastPeople(minimum.people)
          : text.leastOfEach(minimum.people, minimum.ofEach),
        ...(of10 === undefined ? [] : [text.of10(of10)]),
      ].join(', '),
    ],
    [text.repeat, repeat[language]],
    ...unsure.map((one): [string, string] => [text.unsure, one[language]]),
    [text.sources, sources.join('; ')],
  ]
  return (
    <dl className="wk-chooser-card__facts wk-small">
      {facts
        .filter(([, fact]) => fact !== '')
        .map(([name, fact]) => (
          <div key={`${name} ${fact}`}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  )
}

/**
 * How it stands in the register of licences of the organisation, and where one mends that. What is of a group goes nowhere before
 * there is a talk, and here is no outcome of the group: that is said, and nothing is promised.
 */
function Register({ instrument, found, isBlocked }: Omit<Props, 'search'>) {
  const text = useText(chooserText)
  if (found === undefined) {
    return (
      <>
        <p className="wk-muted">{text.notThere}.</p>
        <div className="wk-actions wk-no-print">
          <LinkButton to="/vragenlijsten">{text.bring}</LinkButton>
        </div>
      </>
    )
  }
  const { form, mayUse } = found
  const isDraft = form.publishedVersion === null
  return (
    <>
      <p className="wk-muted">{text.register[isDraft ? 'draft' : form.licence.state]}.</p>
      {instrument.minimum.people > 1 && <p className="wk-muted wk-small">{text.perPerson}</p>}
      {!(mayUse && isBlocked) && (
        <div className="wk-actions wk-no-print">
          <LinkButton
            variant={mayUse ? 'primary' : 'outline'}
            to="/vragenlijsten/$form"
            params={{ form: form.id }}
          >
            {text.openForm(form.title)}
          </LinkButton>
        </div>
      )}
    </>
  )
}

/** Where one goes on from here, with what is known already: the questions, the team, and the talk that was planned. */
function goingOn({ asks }: ChooserInstrument, { team, gesprek }: ChooserSearch) {
  const circle =
    team === undefined
      ? ({ to: '/team' } as const)
      : ({
          ...{ to: '/team/$relation/check', params: { relation: team }, search: { vragen: asks?.check } },
        } as const)
  const { questions: vragen, form: vorm } = asks?.round ?? {}
  return {
    relation: { to: '/samenwerkingen' },
    goals: { to: '/leren' },
    'circle-check': circle,
    round: { to: '/peilingen/nieuw', search: { vragen, vorm, team, gesprek } },
    'network-map':
      team === undefined
        ? ({ to: '/team' } as const)
        : ({ to: '/team/$relation/kaart', params: { relation: team } } as const),
  } as const satisfies Record<Exclude<ChooserPlace, 'form'>, unknown>
}

function Places({ instrument, search }: { instrument: ChooserInstrument; search: ChooserSearch }) {
  const text = useText(chooserText)
  const to = goingOn(instrument, search)
  const ours = instrument.places.filter((place) => place !== 'form')
  if (ours.length === 0) return null
  return (
    <>
      {ours.includes('round') && (
        <p className="wk-muted wk-small">
          {instrument.minimum.ofEach === undefined ? text.small : text.smallBetween}
        </p>
      )}
      <div className="wk-actions wk-no-print">
        {ours.map((place, at) => (
          <LinkButton key={place} variant={at === 0 ? 'primary' : 'outline'} {...to[place]}>
            {text.places[place]}
          </LinkButton>
        ))}
      </div>
    </>
  )
}
