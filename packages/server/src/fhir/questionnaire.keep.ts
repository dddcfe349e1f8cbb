import { type FormId, formId } from '@weerklank/core/shared/ids'
import type { FormSearch, StoredForm } from '../feedback/form.repository.ts'
import {
  enforceKeep,
  type FormDeed,
  type FormDraft,
  type Kept,
  keepForm,
  listForms,
  readForm,
} from '../feedback/forms.ts'
import { refusal } from './fhir.http.ts'
import { momentsOf, valuesOf, withoutNul } from './fhir.search.ts'

/** Keeps a form, unless one is there that fits `condition` (`If-None-Exist`); refuses when several do. */
export async function createForm(deed: FormDeed, draft: FormDraft, condition?: string): Promise<Kept> {
  if (condition === undefined) return keepForm(deed, draft)
  enforceKeep(deed.session)
  const { total, forms } = await listForms(deed, { ...conditionOf(condition), limit: 1, offset: 0 })
  const [only] = forms
  if (total > 1) throw refusal(412, 'multiple-matches', 'More than one form fits If-None-Exist.')
  if (only !== undefined) return { done: 'same', form: only, report: only.report }
  return keepForm(deed, draft)
}

/** Keeps the next version of a form; refuses when the resource names another, or when `match` (`If-Match`) is not the newest. */
export async function updateForm(
  deed: FormDeed,
  draft: FormDraft,
  { id, match }: { id: FormId; match: string | undefined },
): Promise<Kept> {
  if (draft.source?.id !== id)
    throw refusal(400, 'value', 'The id in the resource should be the one in the address.')
  if (match !== undefined) {
    const { version } = await readForm(deed, id)
    if (!match.split(',').some((one) => one.trim() === `W/"${version}"`))
      throw refusal(412, 'conflict', `The form is at version ${version} by now.`)
  }
  return keepForm(deed, draft, id)
}

const fromFhir: Readonly<Record<string, StoredForm['status']>> = {
  active: 'published',
  draft: 'draft',
  unknown: 'draft',
  retired: 'retired',
}

/** What the parameters of a search ask for; one that is not known is passed over, as FHIR has it. Null: nothing can fit. */
export function searchOf(query: URLSearchParams): Omit<FormSearch, 'limit' | 'offset'> | null {
  const [urls, labels, said] = ['url', 'version', 'status'].map((name) => valuesOf(query, name))
  const ids = valuesOf(query, '_id')?.flatMap((text) => formId.safeParse(text).data ?? [])
  if (ids?.length === 0) return null
  const statuses = said?.map((one) => (Object.hasOwn(fromFhir, one) ? fromFhir[one] : undefined))
  if (statuses?.includes(undefined))
    throw refusal(400, 'code-invalid', 'status is one of draft, active, retired, unknown.')
  const name = query.get('name') ?? undefined
  const changed = momentsOf(query, '_lastUpdated')
  const title = titleOf(query)
  return {
    ...(ids && { ids }),
    ...(urls && { urls }),
    ...(labels && { labels }),
    ...(statuses && { statuses: statuses.flatMap((one) => one ?? []) }),
    ...(name !== undefined && { name }),
    ...(changed.length > 0 && { changed }),
    ...(title && { title }),
  }
}

function titleOf(query: URLSearchParams): FormSearch['title'] {
  const how = { title: 'start', 'title:contains': 'contains', 'title:exact': 'exact' } as const
  return (['title', 'title:contains', 'title:exact'] as const).flatMap((name) => {
    const text = query.get(name)
    return text === null ? [] : [{ text, how: how[name] }]
  })[0]
}

function conditionOf(text: string): Omit<FormSearch, 'limit' | 'offset'> {
  const search = searchOf(withoutNul(new URLSearchParams(text.replace(/^.*\?/, ''))))
  if (search === null || Object.keys(search).length === 0)
    throw refusal(400, 'value', 'If-None-Exist should name url, version, name, title, status or _id.')
  return search
}
