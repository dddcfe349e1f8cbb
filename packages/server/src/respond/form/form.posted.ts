import type { FormModel } from '@weerklank/core/feedback/form'
import { isAnswerable } from '@weerklank/core/feedback/form'
import { chainsOf, readPath, withTimes, withValues } from '@weerklank/core/feedback/form.change'
import { type Entry, readEntry } from '@weerklank/core/feedback/form.entry'
import type { FilledForm } from './form.model.ts'
import type { Draft } from './form.repository.ts'

export type Fields = readonly (readonly [name: string, value: string])[]

/** What the button that was pressed asks for. */
export type Deed =
  | { kind: 'next' | 'back' | 'send' | 'keep' | 'anew' }
  | { kind: 'more' | 'find'; path: string }

/** The questions that were on the page that was posted, by path. */
export const postedPaths = (fields: Fields): string[] =>
  fields.flatMap(([name, value]) => (name === 't' && readPath(value) !== null ? [value] : []))

export function deedOf(fields: Fields): Deed {
  const said = fields.findLast(([name]) => name === 'ga')?.[1] ?? 'verder'
  const [what, path = ''] = said.split(':')
  if (what === 'terug') return { kind: 'back' }
  if (what === 'stuur') return { kind: 'send' }
  if (what === 'bewaar') return { kind: 'keep' }
  if (what === 'opnieuw') return { kind: 'anew' }
  if ((what === 'meer' || what === 'zoek') && readPath(path) !== null)
    return { kind: what === 'meer' ? 'more' : 'find', path }
  return { kind: 'next' }
}

/** What was filled in so far, with what a page says in place of what was said of those questions before. */
export function withPosted(
  model: FormModel,
  draft: Draft,
  posted: { fields: Fields; timeZone: string },
): Draft {
  const chains = chainsOf(model)
  const byName = new Map<string, string[]>()
  for (const [name, value] of posted.fields) byName.set(name, [...(byName.get(name) ?? []), value])
  let { answers } = draft
  const unread: Record<string, Entry> = { ...draft.unread }
  for (const path of postedPaths(posted.fields)) {
    const at = readPath(path)
    const chain = at === null ? undefined : chains[at.item]
    const item = chain?.at(-1)
    if (at === null || chain === undefined || item === undefined || !takesAnswer(item)) continue
    const entry = entryFrom(byName, path)
    const read = readEntry(item, entry, posted.timeZone)
    if ('problem' in read) unread[path] = entry
    else {
      delete unread[path]
      answers = withValues(answers, { chain, times: at.times }, read.values)
    }
  }
  return { ...draft, answers, unread, revision: draft.revision + 1 }
}

const takesAnswer = (item: FormModel['items'][number]) =>
  isAnswerable(item.kind) && item.readOnly !== true && item.calculated === undefined && item.hidden !== true

function entryFrom(byName: ReadonlyMap<string, string[]>, path: string): Entry {
  const other = byName.get(`o${path}`)?.at(-1)
  const unit = byName.get(`u${path}`)?.at(-1)
  const values = byName.get(`a${path}`) ?? []
  return { values, ...(other !== undefined && { other }), ...(unit !== undefined && { unit }) }
}

/** One more time of a group. */
export function withOneMore(filled: FilledForm, draft: Draft, path: string): Draft {
  const at = readPath(path)
  const chain = at === null ? undefined : chainsOf(filled.model)[at.item]
  const item = chain?.at(-1)
  if (at === null || chain === undefined || item?.kind !== 'group' || item.repeats !== true) return draft
  const now = filled.slots.get(path)?.slot.under.length ?? 1
  const most = item.maxOccurs ?? Number.POSITIVE_INFINITY
  return {
    ...draft,
    answers: withTimes(draft.answers, { chain, times: at.times }, Math.min(now + 1, most)),
    revision: draft.revision + 1,
  }
}
