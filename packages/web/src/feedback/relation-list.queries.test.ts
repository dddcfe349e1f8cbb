import type { RelationSummary } from '@weerklank/core/feedback/feedback.contract'
import type { RelationId } from '@weerklank/core/shared/ids'
import { expect, it } from 'vitest'
import { asOneList } from './relation-list.queries.ts'

function summary(last: number, title: string): RelationSummary {
  return {
    id: `01890000-0000-7000-8000-${String(last).padStart(12, '0')}` as RelationId,
    title,
    kind: 'interpersonal',
    context: null,
    situation: null,
    closedAt: null,
    participants: [],
    lastAnswerAt: null,
    nextContactAt: null,
    signals: [],
  }
}

const label = { heard: { nl: 'Verhaal kwijt kunnen', en: 'Being able to tell your story' } }

it('shows what moved between two pages once, as it was fetched last, and the newest total', () => {
  const list = asOneList({
    pages: [
      { relations: [summary(1, 'Lina'), summary(2, 'Sem, eerst')], total: 4, next: 2, itemLabels: {} },
      { relations: [summary(2, 'Sem, nu'), summary(3, 'Yara')], total: 3, next: null, itemLabels: label },
    ],
    pageParams: [0, 2],
  })
  expect(list.relations.map(({ title }) => title)).toEqual(['Lina', 'Sem, nu', 'Yara'])
  expect(list).toMatchObject({ total: 3, itemLabels: label })
})

it('is empty before the first page', () => {
  expect(asOneList({ pages: [], pageParams: [] })).toEqual({ relations: [], total: 0, itemLabels: {} })
})
