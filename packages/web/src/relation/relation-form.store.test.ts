import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { buildDraft } from './relation-form.factory.ts'
import { type FormState, formOf, reduceForm } from './relation-form.reducer.ts'
import { keepForm, keptForm, letGo } from './relation-form.store.ts'

/** What a tab keeps. `closed`: a browser that allows nothing to be kept. */
function tabStorage({ closed = false } = {}) {
  const items = new Map<string, string>()
  function open() {
    if (closed) throw new DOMException('The operation is insecure.', 'SecurityError')
    return items
  }
  return {
    getItem: (key: string) => open().get(key) ?? null,
    setItem: (key: string, value: string) => void open().set(key, value),
    removeItem: (key: string) => void open().delete(key),
    items,
  }
}

let tab = tabStorage()
const place = { relation: 'a', member: 'noor' }
const typed: FormState = reduceForm(formOf(buildDraft(), 3), {
  type: 'typed',
  field: 'title',
  value: 'Half getypt',
})

beforeEach(() => {
  tab = tabStorage()
  vi.stubGlobal('sessionStorage', tab)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('gives back what was typed, with what it started from', () => {
  keepForm(place, typed)
  expect(keptForm(place)).toMatchObject({ draft: typed.draft, base: typed.base, version: 3 })
})

it('keeps each collaboration, and a new one, apart', () => {
  keepForm(place, typed)
  expect(keptForm({ ...place, relation: 'b' })).toBeUndefined()
  expect(keptForm({ ...place, relation: null })).toBeUndefined()
})

it('shows nobody what someone else typed, and erases it', () => {
  keepForm(place, typed)
  expect(keptForm({ ...place, member: 'farid' })).toBeUndefined()
  expect(tab.items.size).toBe(0)
})

it.each(['not json', 'null', '7', '{"shape":0,"member":"noor"}', '{"draft":{}}'])(
  'begins anew when %s stands there',
  (text) => {
    tab.setItem('weerklank.relation-form.a', text)
    expect(keptForm(place)).toBeUndefined()
  },
)

it('lets go when asked', () => {
  keepForm(place, typed)
  letGo(place)
  expect(tab.items.size).toBe(0)
})

it('goes on without keeping where the browser allows none', () => {
  vi.stubGlobal('sessionStorage', tabStorage({ closed: true }))
  keepForm(place, typed)
  expect(keptForm(place)).toBeUndefined()
  letGo(place)
})
