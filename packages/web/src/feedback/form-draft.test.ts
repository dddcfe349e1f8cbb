import type { FormModel } from '@weerklank/core/feedback/form'
import {
  addItem,
  buildKinds,
  changeItem,
  emptyForm,
  moveItem,
  moves,
  newItem,
} from '@weerklank/core/feedback/form.build'
import { removeCounted } from '@weerklank/core/feedback/form.build-score'
import type { BuiltForm } from '@weerklank/core/feedback/form-build.contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import { FormDraft } from './form-draft.ts'

const built = (model: FormModel, revision = 1): BuiltForm => ({
  ...{ form: '00000000-0000-7000-8000-000000000001' as BuiltForm['form'], version: 1, status: 'draft' },
  ...{ revision, mayKeep: true, model },
})
const titled = (text: string) => (form: FormModel) => ({ ...form, title: { text } })

/** A server of one form. */
function server(first: BuiltForm) {
  let now = first
  const door = {
    save: async ({ model, revision }: { model: FormModel; revision: number }) => {
      if (revision !== now.revision) throw new ApiError('conflict')
      now = built(model, revision + 1)
      return now
    },
    read: async () => now,
  }
  return { door, now: () => now }
}

test('what is typed in one field is one step; undo and redo are kept as well', async () => {
  const { door, now } = server(built(emptyForm('Samen', 'nl')))
  const draft = new FormDraft(now(), door)
  for (const text of ['S', 'Sa', 'Sam']) draft.change(titled(text), 'title')
  draft.change((form) => ({ ...form, language: 'en' }))
  await draft.flush()
  expect(now()).toMatchObject({ revision: 2, model: { title: { text: 'Sam' }, language: 'en' } })
  draft.undo()
  draft.undo()
  expect(draft.state()).toMatchObject({ now: { title: { text: 'Samen' } }, past: [] })
  draft.undo()
  draft.redo()
  expect(await draft.flush()).toMatchObject({ revision: 3 })
  expect(now().model).toMatchObject({ title: { text: 'Sam' }, language: 'nl' })
  expect(draft.state().phase).toBe('kept')
})

test('what comes while it is sent is sent after it', async () => {
  const { door, now } = server(built(emptyForm('Samen', 'nl')))
  const draft = new FormDraft(now(), door)
  draft.change(titled('Een'))
  const first = draft.flush()
  draft.change(titled('Twee'))
  await first
  await draft.flush()
  expect(now()).toMatchObject({ revision: 3, model: { title: { text: 'Twee' } } })
})

test('somebody else was first: nothing of either is lost', async () => {
  const { door, now } = server(built(emptyForm('Samen', 'nl')))
  const draft = new FormDraft(now(), door)
  await door.save({ model: emptyForm('Van Bram', 'nl'), revision: 1 })
  draft.change(titled('Van Noor'))
  expect(await draft.flush()).toBeNull()
  expect(draft.state()).toMatchObject({
    phase: 'conflict',
    theirs: { model: { title: { text: 'Van Bram' } } },
  })
  draft.change(titled('Van Noor en Eva'))
  expect(await draft.flush()).toBeNull()
  draft.takeTheirs()
  expect(draft.state().now.title.text).toBe('Van Bram')
  draft.undo()
  await draft.flush()
  expect(now()).toMatchObject({ revision: 3, model: { title: { text: 'Van Noor en Eva' } } })
})

test('without a connection it says so, and sends it when asked again', async () => {
  const { door, now } = server(built(emptyForm('Samen', 'nl')))
  let isAway = true
  const save: typeof door.save = async (body) => {
    if (isAway) throw new ApiError('unavailable')
    return door.save(body)
  }
  const draft = new FormDraft(now(), { ...door, save })
  draft.change(titled('Nieuw'))
  expect(await draft.flush()).toBeNull()
  expect(draft.state()).toMatchObject({ phase: 'failed', now: { title: { text: 'Nieuw' } } })
  isAway = false
  expect(await draft.flush()).toMatchObject({ revision: 2 })
})

test('undo after any steps leads back to the beginning, and redo to the end again', async () => {
  const step = fc.record({
    kind: fc.constantFrom('add', 'remove', 'write', 'undo', 'redo', ...moves),
    item: fc.constantFrom(...buildKinds),
    at: fc.nat(10),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const first = addItem(emptyForm('Samen', 'nl'), newItem(emptyForm('', 'nl'), 'group'), null)
      const { door, now } = server(built(first))
      const draft = new FormDraft(now(), door)
      for (const { kind, item, at } of steps) {
        const { items } = draft.state().now
        const linkId = items[at % Math.max(1, items.length)]?.linkId ?? ''
        if (kind === 'undo') draft.undo()
        else if (kind === 'redo') draft.redo()
        else if (kind === 'add') draft.change((form) => addItem(form, newItem(form, item), { after: linkId }))
        else if (kind === 'remove') draft.change((form) => removeCounted(form, linkId))
        else if (kind === 'write')
          draft.change(
            (form) => changeItem(form, linkId, (one) => ({ ...one, text: { text: `Tekst ${at}` } })),
            linkId,
          )
        else draft.change((form) => moveItem(form, linkId, kind) ?? form)
      }
      while (draft.state().future.length > 0) draft.redo()
      const end = draft.state().now
      while (draft.state().past.length > 0) draft.undo()
      expect(draft.state().now).toEqual(first)
      while (draft.state().future.length > 0) draft.redo()
      expect(draft.state().now).toEqual(end)
      await draft.flush()
      expect(now().model).toEqual(end)
    }),
  )
})
