import type { Format } from '@weerklank/core/dialogue/format'
import type { ShownFormat } from '@weerklank/core/dialogue/format.contract'
import type { FormatId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import { FormatDraft } from './format-draft.ts'

const step = (key: string) => ({
  ...{ key, title: { nl: key, en: key }, minutes: 5, prompt: { nl: 'Vraag', en: 'Ask' } },
  ...{ speakers: ['participant'] as const, silent: [], input: 'round' as const },
})
const format: Format = {
  ...{ key: 'own-0195b2a0-1111-7111-8111-0123456789ab', version: 1, source: 'Weerklank', outputs: [] },
  ...{ name: { nl: 'Samen', en: 'Together' }, purpose: { nl: 'Stilstaan.', en: 'Pause.' }, rules: [] },
  ...{ minPeople: 2, maxPeople: 9, clientPresent: 'may', safety: 'low', beginners: true },
  ...{
    roles: [{ role: 'participant', min: 2, max: 9 }],
    steps: [step('value'), { ...step('shadow'), isShadow: true }],
  },
}

function shown(body: ShownFormat['format'], revision: number): ShownFormat {
  const id = '0195b2a0-1111-7111-8111-0123456789ab' as FormatId
  const own = {
    id,
    status: 'draft' as const,
    from: 'retrospective',
    revision,
    changedAt: '2026-11-20T10:00:00Z',
  }
  return { format: body, own, canBeHeld: false, problems: [], versions: [], mayKeep: true }
}

/** A server that keeps the newest revision, and refuses what was made on an older one. */
function server() {
  let now = shown(format as ShownFormat['format'], 1)
  const sent: number[] = []
  return {
    sent,
    /** As if somebody else was first. */
    by: (name: string) => {
      now = shown({ ...now.format, name: { nl: name, en: name } }, (now.own?.revision ?? 0) + 1)
    },
    first: () => now,
    read: async () => now,
    save: async ({ body, revision }: { body: ShownFormat['format']; revision: number }) => {
      sent.push(revision)
      if (revision !== now.own?.revision) throw new ApiError('conflict')
      now = shown(body, revision + 1)
      return now
    },
  }
}

const name = (nl: string) => ({ kind: 'facts', facts: { name: { nl, en: '' } } }) as const

test('letters of one field are one step to undo, and what is undone can be done again', async () => {
  const there = server()
  const draft = new FormatDraft(there.first(), there, 60_000)
  draft.change(name('S'), 'name')
  draft.change(name('Sa'), 'name')
  draft.change({ kind: 'remove', step: 'value' })
  expect(draft.state().now.steps).toHaveLength(1)
  draft.undo()
  expect([draft.state().now.name.nl, draft.state().now.steps.length]).toEqual(['Sa', 2])
  draft.undo()
  expect(draft.state().now).toEqual(format)
  draft.redo()
  expect(draft.state().now.name.nl).toBe('Sa')
  expect(await draft.flush()).toMatchObject({ own: { revision: 2 } })
  expect([draft.state().phase, there.sent]).toEqual(['kept', [1]])
})

test('the shadow side is not taken away, and that is no step to undo', () => {
  const there = server()
  const draft = new FormatDraft(there.first(), there, 60_000)
  expect(draft.change({ kind: 'remove', step: 'shadow' })).toBe('shadow-stays')
  expect(draft.state()).toMatchObject({ past: [], phase: 'kept' })
})

test('where somebody else was first nothing is written over, and nothing of one’s own is lost', async () => {
  const there = server()
  const draft = new FormatDraft(there.first(), there, 60_000)
  draft.change(name('Van mij'))
  there.by('Van Bram')
  expect(await draft.flush()).toBeNull()
  expect(draft.state()).toMatchObject({ phase: 'conflict', now: { name: { nl: 'Van mij' } } })
  draft.change(name('Nog van mij'))
  expect(await draft.flush()).toBeNull()
  expect(there.sent).toEqual([1])
  await draft.takeTheirs()
  expect(draft.state()).toMatchObject({ phase: 'kept', now: { name: { nl: 'Van Bram' } } })
  draft.undo()
  expect(await draft.flush()).toMatchObject({ format: { name: { nl: 'Nog van mij' } }, own: { revision: 3 } })
})
