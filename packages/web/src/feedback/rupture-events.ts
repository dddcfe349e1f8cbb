import type { RunChartAnnotation } from '@weerklank/core/charts/run-chart-input'
import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import { ruptureKindWord, ruptureOutcomeWord } from '@weerklank/core/feedback/rupture.words'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { shortDay } from '@weerklank/core/shared/day-words'
import { shortDate } from '@weerklank/core/shared/time'
import type { Seen } from '../language/use-seen.ts'
import type { TimelineItem } from '../ui/Timeline.tsx'
import { ruptureText } from './rupture.text.ts'

type Of = { ruptures: readonly Rupture[]; participants: readonly Participant[]; seen: Seen }

/** Strain and repair between the checks, for the picture. */
export function strainInChart({ ruptures, seen }: Of): RunChartAnnotation[] {
  const words = ruptureText[seen.language]
  return ruptures.flatMap(({ noticedAt, closedAt, outcome }) => {
    const began = {
      at: noticedAt,
      label: words.chart,
      dateLabel: shortDay(noticedAt, seen),
      kind: 'rupture' as const,
    }
    const isRepaired = outcome === 'solved' || outcome === 'partly'
    if (closedAt === null || !isRepaired) return [began]
    const dateLabel = shortDay(closedAt, seen)
    return [began, { at: closedAt, label: words.chartSolved, dateLabel, kind: 'repair' as const }]
  })
}

/** Strain and how it ended, for the story. */
export function strainInStory({ ruptures, participants, seen }: Of): TimelineItem[] {
  const { language, timeZone } = seen
  const words = ruptureText[language]
  const nameOf = (id: string) => participants.find((person) => person.id === id)?.name ?? ''
  return ruptures.flatMap(({ id, noticedAt, closedAt, outcome, participant, kind }) => {
    const date = (at: string) => shortDate(at, language, timeZone)
    const who = words.with(nameOf(participant))
    const began: TimelineItem = {
      ...{ id, at: noticedAt, date: date(noticedAt), icon: 'talk', tone: 'warm' },
      ...{ title: words.chart, text: `${who}: ${ruptureKindWord(kind, language)}.` },
    }
    if (closedAt === null || outcome === null) return [began]
    const ended: TimelineItem = {
      ...{ id: `${id} ended`, at: closedAt, date: date(closedAt), icon: 'check', tone: 'kept' },
      ...{ title: ruptureOutcomeWord(outcome, language), text: who },
    }
    return [began, ended]
  })
}
