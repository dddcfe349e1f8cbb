import { instrumentOf } from '@weerklank/core/feedback/check-answer'
import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { type VoicesItem, voicesTogether } from '@weerklank/core/feedback/voices'
import type { Participant, RelationDetails } from '@weerklank/core/relation/relation.contract'
import { useMemo } from 'react'
import { useDates } from '../access/access.ts'
import { listWords } from '../language/moment-words.ts'
import type { Seen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { MutualPictures } from './MutualPictures.tsx'
import { mutualText } from './mutual.text.ts'
import { silentOf } from './voices-silent.ts'

type Props = { relation: RelationDetails; feedback: RelationFeedback; seen: Seen }

/** What the voices of a collaboration say beside each other: those on the client's side, and then client and professional. */
export function VoicesTogether({ relation, feedback, seen }: Props) {
  return (
    <>
      <Voices relation={relation} feedback={feedback} />
      <MutualPictures relation={relation} seen={seen} />
    </>
  )
}

function Voices({ relation, feedback }: Pick<Props, 'relation' | 'feedback'>) {
  const text = useText(mutualText)
  const language = useLanguage()
  const dates = useDates()
  const people = relation.participants.filter(({ active, member }) => active && member === null)
  const voices = useMemo(() => {
    const answers = feedback.responses.flatMap((response) => {
      const instrument = instrumentOf(feedback.instruments, response)
      return instrument === undefined ? [] : [{ ...response, instrument }]
    })
    return voicesTogether(
      people.map(({ id }) => id),
      answers,
    )
  }, [feedback, people])
  if (voices === null || people.length < 2) return null
  const { asked, never } = silentOf(voices.silent, people, feedback)
  if (voices.items.length === 0 && asked.length === 0) return null
  const named = (id: string) => people.find((one) => one.id === id)?.name ?? ''
  const label = (item: string) => voices.items.find((one) => one.item === item)?.label[language] ?? item
  const far = pairsFar(voices.items)
  return (
    <Section title={text.voicesTitle} intro={text.voicesIntro}>
      {voices.earlier !== null && (
        <p className="wk-muted">{text.voicesEarlier(dates.dayMonth(voices.earlier))}</p>
      )}
      {voices.items.length > 0 && far.length === 0 && <p>{text.voicesNear}</p>}
      {far.map(({ high, low, items }) => (
        <p key={high + low}>
          <strong>
            {text.voicesFar(
              listWords(
                items.map((item) => `‘${label(item)}’`),
                language,
              ),
              listWords([named(high), named(low)], language),
            )}
          </strong>
        </p>
      ))}
      {voices.items.length > 0 && (
        <VoicesTable
          items={voices.items}
          people={people.filter(({ id }) => (voices.heard as readonly string[]).includes(id))}
          label={label}
        />
      )}
      {voices.elsewhere.length > 0 && people.length > 1 && voices.items.length > 0 && (
        <p className="wk-muted">{text.otherQuestions(listWords(voices.elsewhere.map(named), language))}</p>
      )}
      {asked.length > 0 && <p className="wk-muted">{text.silent(listWords(asked.map(named), language))}</p>}
      {never.length > 0 && (
        <p className="wk-muted">{text.neverAsked(listWords(never.map(named), language))}</p>
      )}
    </Section>
  )
}

type PairFar = { high: string; low: string; items: string[] }

/** Which two answered far apart, and on what: a pair is named once, whoever of the two answered higher. */
function pairsFar(items: readonly VoicesItem[]): PairFar[] {
  const pairs: PairFar[] = []
  for (const { item, far } of items) {
    if (far === null) continue
    const known = pairs.find(
      ({ high, low }) => [high, low].includes(far.high) && [high, low].includes(far.low),
    )
    if (known === undefined) pairs.push({ high: far.high, low: far.low, items: [item] })
    else known.items.push(item)
  }
  return pairs
}

type TableProps = {
  items: readonly VoicesItem[]
  people: readonly Participant[]
  label: (item: string) => string
}

function VoicesTable({ items, people, label }: TableProps) {
  const text = useText(mutualText)
  const language = useLanguage()
  return (
    <Table
      caption={text.voicesTitle}
      rows={items}
      rowId={({ item }) => item}
      columns={[
        { id: 'item', head: text.item, cell: ({ item }) => label(item) },
        ...people.map(({ id, name }) => ({
          ...{ id, head: name, numeric: true },
          cell: ({ values }: VoicesItem) => {
            const value = values.get(id)
            return value === undefined ? '–' : valueLabel(value, language)
          },
        })),
      ]}
    />
  )
}
