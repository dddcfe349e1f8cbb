import { Link } from '@tanstack/react-router'
import type { RelationSummary } from '@weerklank/core/feedback/feedback.contract'
import { voiceFamily } from '@weerklank/core/relation/relation'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import type { Bilingual } from '@weerklank/core/shared/language'
import { memo } from 'react'
import { useDates, useMe } from '../access/access.ts'
import { dayAlone, listWords, momentWords } from '../language/moment-words.ts'
import { useText } from '../language/use-text.ts'
import { useRelationWords } from '../relation/relation.ts'
import { VoiceBadges } from '../ui/VoiceBadges.tsx'
import { signalInWords } from './attention-words.ts'
import { relationListText } from './relation-list.text.ts'

/** More people than this become a number. */
const shownPeople = 4

type Props = {
  relation: RelationSummary
  itemLabels: Readonly<Record<string, Bilingual>>
  seen: DaySeen
  /** Tell what was answered instead of who takes part. */
  asksAttention: boolean
}

/** Kept as it is while nothing of its own changes: a list may hold thousands. */
export const RelationListRow = memo(function RelationListRow(props: Props) {
  const { relation, asksAttention } = props
  const me = useMe().member.id
  const people = relation.participants
    .filter(({ member }) => member !== me)
    .slice(0, shownPeople)
    .map(({ id, name, voice }) => ({ id, name, family: voiceFamily(voice) }))
  return (
    <li className="wk-relation-row">
      <div className="wk-relation-row__who">
        <VoiceBadges people={people} named={!asksAttention} />
        <Link
          id={rowId(relation.id)}
          className="wk-relation-row__title"
          to="/samenwerkingen/$relation"
          params={{ relation: relation.id }}
        >
          {relation.title}
        </Link>
      </div>
      {asksAttention ? <WhatWasSaid {...props} /> : <WhoAndWhen {...props} />}
    </li>
  )
})

export function rowId(relation: string): string {
  return `samenwerking-${relation}`
}

function WhatWasSaid({ relation, itemLabels, seen }: Props) {
  const text = useText(relationListText)
  const dates = useDates()
  const [leading] = relation.signals
  if (leading === undefined) return null
  const place = { participants: relation.participants, itemLabels, gone: text.gone }
  return (
    <>
      <p className="wk-relation-row__words">{signalInWords(leading, place, seen).observation}</p>
      <p className="wk-relation-row__dates">
        <time dateTime={leading.openedAt}>{dates.short(leading.openedAt)}</time>
      </p>
    </>
  )
}

function WhoAndWhen({ relation, seen }: Props) {
  const text = useText(relationListText)
  const words = useRelationWords()
  const { closedAt, lastAnswerAt, nextContactAt } = relation
  return (
    <>
      <div className="wk-relation-row__words wk-muted wk-small">
        <People relation={relation} language={seen.language} />
        <p>{words.setting(relation).join(' · ')}</p>
      </div>
      <div className="wk-relation-row__dates">
        <p>{lastAnswerAt === null ? text.noAnswer : text.lastAnswer(dayAlone(lastAnswerAt, seen))}</p>
        {closedAt !== null && <p>{text.closedOn(dayAlone(closedAt, seen))}</p>}
        {closedAt === null && nextContactAt !== null && (
          <p>{text.nextContact(momentWords(nextContactAt, seen))}</p>
        )}
      </div>
    </>
  )
}

function People({ relation, language }: { relation: RelationSummary; language: DaySeen['language'] }) {
  const text = useText(relationListText)
  const words = useRelationWords()
  const me = useMe().member.id
  const others = relation.participants.filter(({ member }) => member !== me)
  if (others.length === 0) return null
  const named = others.slice(0, shownPeople).map(({ name, voice }) => text.person(name, words.voice(voice)))
  const more = others.length - named.length
  return <p>{listWords(more === 0 ? named : [...named, text.andMore(more)], language)}</p>
}
