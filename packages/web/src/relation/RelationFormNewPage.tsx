import { Link, useNavigate } from '@tanstack/react-router'
import { ApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RelationForm } from './RelationForm.tsx'
import { RelationFormRestored } from './RelationFormRestored.tsx'
import { useKeepRelation } from './relation-form.actions.ts'
import type { Body } from './relation-form.check.ts'
import { emptyDraft, emptyPerson } from './relation-form.draft.ts'
import { problemsOfServer } from './relation-form.problems.ts'
import { formOf } from './relation-form.reducer.ts'
import { useRelationForm } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

/** Makes a collaboration. */
export function RelationFormNewPage() {
  const text = useText(relationFormText)
  const language = useLanguage()
  const navigate = useNavigate()
  const empty = () => emptyDraft(newId(), emptyPerson(newId(), language))
  const form = useRelationForm(null, () => formOf(empty(), null))
  const { keep, isPending, error } = useKeepRelation()
  const { draft, version } = form.state

  function handleSubmit(body: Body) {
    keep(
      { id: draft.id, version, body },
      {
        onSuccess: ({ id, title }) => {
          form.release()
          notify({ text: text.created(title) })
          void navigate({ to: '/samenwerkingen/$relation', params: { relation: id } })
        },
        onError: (error) => {
          const fields = error instanceof ApiError ? error.fields : {}
          form.dispatch({ type: 'refused', problems: problemsOfServer(fields, draft) })
        },
      },
    )
  }

  return (
    <>
      <PageHeader
        title={text.newTitle}
        intro={text.newIntro}
        back={<Link to="/samenwerkingen">{text.backToList}</Link>}
      />
      {form.restored && (
        <RelationFormRestored
          onStartOver={() => form.dispatch({ type: 'started-over', draft: empty(), version: null })}
        />
      )}
      <RelationForm
        form={form}
        submitLabel={text.create}
        cancel={
          <LinkButton variant="quiet" to="/samenwerkingen">
            {text.cancel}
          </LinkButton>
        }
        left={[]}
        busy={isPending}
        error={form.state.problems.length > 0 ? null : error}
        onSubmit={handleSubmit}
      />
    </>
  )
}
