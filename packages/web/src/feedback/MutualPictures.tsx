import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MutualPicture } from '@weerklank/core/feedback/mutual.contract'
import { goesOn } from '@weerklank/core/relation/relation'
import type { Participant, RelationDetails } from '@weerklank/core/relation/relation.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useState } from 'react'
import type { Seen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { MutualAsk } from './MutualAsk.tsx'
import { MutualSideBySide } from './MutualSideBySide.tsx'
import { mutualQuery, useDeclineMutual } from './mutual.queries.ts'
import { mutualText } from './mutual.text.ts'

type Props = { relation: RelationDetails; seen: Seen }

/** Two people about one contact: who is in, and side by side when the picture is open. */
export function MutualPictures({ relation, seen }: Props) {
  const text = useText(mutualText)
  const query = useQuery(mutualQuery(relation.id))
  const [asking, setAsking] = useState(false)
  const pictures = query.data?.pictures ?? []
  const [newest, ...earlier] = pictures.filter(({ state }) => state === 'open')
  const shut = pictures.filter(({ state }) => state.startsWith('waits'))
  const mayAsk = relation.mayChange && goesOn(relation)
  if (query.data !== undefined && pictures.length === 0 && !mayAsk) return null
  const one = (picture: MutualPicture) => <OpenPicture key={picture.id} {...{ relation, picture, query }} />
  return (
    <Section title={text.title} intro={text.intro}>
      {query.error !== null && query.data === undefined && <ErrorNotice error={query.error} />}
      {shut.map((picture) => (
        <ShutPicture key={picture.id} {...{ relation, picture, seen }} />
      ))}
      {newest !== undefined && one(newest)}
      {earlier.length > 0 && <Disclosure label={text.earlier}>{earlier.map(one)}</Disclosure>}
      {mayAsk && (
        <p className={classes('wk-no-print', pictures.length === 0 && 'wk-section__empty')}>
          <Button onClick={() => setAsking(true)}>{text.ask}</Button>
        </p>
      )}
      <MutualAsk relation={relation} open={asking} onClose={() => setAsking(false)} />
    </Section>
  )
}

function peopleOf({ participants }: RelationDetails, picture: MutualPicture) {
  const find = (id: string): Participant | undefined => participants.find((one) => one.id === id)
  return { client: find(picture.client), professional: find(picture.professional) }
}

type OneProps = { relation: RelationDetails; picture: MutualPicture }

function OpenPicture({ relation, picture, query }: OneProps & { query: { data?: Loaded | undefined } }) {
  const text = useText(mutualText)
  const { client, professional } = peopleOf(relation, picture)
  const instrument = query.data?.instruments.find(
    ({ id, version }) => `${id}@${version}` === picture.instrument,
  )
  if (client === undefined || professional === undefined || instrument === undefined) return null
  return (
    <>
      <h3>{text.of(client.name, professional.name)}</h3>
      <MutualSideBySide {...{ picture, instrument, client, professional }} />
      {picture.may.answer && <FillLink relation={relation} picture={picture} label={text.fill} />}
    </>
  )
}

type Loaded = { instruments: readonly Parameters<typeof MutualSideBySide>[0]['instrument'][] }

function ShutPicture({ relation, picture, seen }: OneProps & { seen: Seen }) {
  const text = useText(mutualText)
  const { client, professional } = peopleOf(relation, picture)
  if (client === undefined || professional === undefined) return null
  return (
    <Card className="wk-mutual__shut">
      <h3>{text.of(client.name, professional.name)}</h3>
      <p>{waitsFor(picture, { text, client: client.name, professional: professional.name })}</p>
      <p className="wk-muted wk-small">
        {text.asked(shortDay(picture.askedAt, seen), shortDay(picture.endsAt, seen))}
      </p>
      {picture.declined && <p>{text.declined(professional.name)}</p>}
      <div className="wk-actions">
        {picture.may.answer && <FillLink relation={relation} picture={picture} label={text.fill} />}
        {picture.may.guess && picture.professionalGuess === null && (
          <FillLink relation={relation} picture={picture} label={text.guessStep} />
        )}
        {picture.may.decline && <Decline relation={relation} picture={picture} />}
      </div>
    </Card>
  )
}

type Words = { text: (typeof mutualText)['nl']; client: string; professional: string }

function waitsFor({ state }: MutualPicture, { text, client, professional }: Words): string {
  if (state === 'waits-for-client') return text.states['waits-for-client'](client)
  if (state === 'waits-for-professional') return text.states['waits-for-professional'](professional)
  return state === 'closed' ? text.states.closed : text.states['waits-for-both']
}

function FillLink({ relation, picture, label }: OneProps & { label: string }) {
  return (
    <Link
      className="wk-button wk-button--outline wk-no-print"
      to="/samenwerkingen/$relation/beeld/$picture"
      params={{ relation: relation.id, picture: picture.id }}
    >
      <span>{label}</span>
    </Link>
  )
}

function Decline({ relation, picture }: OneProps) {
  const text = useText(mutualText)
  const decline = useDeclineMutual(relation.id)
  return (
    <Disclosure label={text.decline}>
      <p>{text.declineSure}</p>
      <Button busy={decline.isPending} onClick={() => decline.mutate(picture.id)}>
        {text.declineYes}
      </Button>
      {decline.isError && <p role="alert">{text.failed}</p>}
    </Disclosure>
  )
}
