import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router'
import type { RelationDetails } from '@weerklank/core/relation/relation.contract'
import { useEffect } from 'react'
import { useMe } from '../access/access.ts'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { RelationForm } from './RelationForm.tsx'
import { RelationFormConflict } from './RelationFormConflict.tsx'
import { RelationFormEnding } from './RelationFormEnding.tsx'
import { RelationFormRestored } from './RelationFormRestored.tsx'
import { relationQuery } from './relation.queries.ts'
import { useKeepRelation } from './relation-form.actions.ts'
import type { Body } from './relation-form.check.ts'
import { draftOf, peopleWhoLeft } from './relation-form.draft.ts'
import { problemsOfServer } from './relation-form.problems.ts'
import { formOf, isDirty } from './relation-form.reducer.ts'
import { type Form, useRelationForm } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

/** Changes a collaboration and its people, or ends it. */
export function RelationFormEditPage() {
  const text = useText(relationFormText)
  const { relation } = useParams({ from: '/members/samenwerkingen/$relation/bewerken' })
  const query = useQuery(relationQuery(relation))
  const title = query.data?.title
  return (
    <>
      <PageHeader
        title={text.editTitle(title ?? text.thisRelation)}
        intro={text.editIntro}
        back={
          <Link to="/samenwerkingen/$relation" params={{ relation }}>
            {text.backTo(title ?? text.thisRelation)}
          </Link>
        }
      />
      <PageState query={query} loading={<Skeleton lines={8} />}>
        {(details) =>
          details.mayChange ? (
            <EditForm key={relation} latest={details} updatedAt={query.dataUpdatedAt} />
          ) : (
            <Navigate to="/samenwerkingen/$relation" params={{ relation }} replace />
          )
        }
      </PageState>
    </>
  )
}

/** `latest`: as it is kept now. It can become newer than what the form started from. */
function EditForm({ latest, updatedAt }: { latest: RelationDetails; updatedAt: number }) {
  const text = useText(relationFormText)
  const me = useMe().member.id
  const newest = { draft: draftOf(latest, me), version: latest.version }
  const form = useRelationForm(latest.id, () => formOf(newest.draft, newest.version))
  const { save, busy, error, attempt } = useSaving(form)
  const isBehind = form.state.version !== null && latest.version > form.state.version
  const dirty = isDirty(form.state)
  const { dispatch } = form
  useEffect(() => {
    if (!isBehind || dirty) return
    dispatch({ type: 'started-over', draft: draftOf(latest, me), version: latest.version })
  }, [isBehind, dirty, dispatch, latest, me])
  return (
    <>
      {form.restored && !isBehind && (
        <RelationFormRestored onStartOver={() => dispatch({ type: 'started-over', ...newest })} />
      )}
      <RelationFormConflict form={form} newest={isBehind && dirty ? newest : null} attempt={attempt} />
      <RelationForm
        form={form}
        submitLabel={text.save}
        cancel={
          <LinkButton variant="quiet" to="/samenwerkingen/$relation" params={{ relation: latest.id }}>
            {text.cancel}
          </LinkButton>
        }
        left={peopleWhoLeft(latest, me)}
        busy={busy}
        error={isBehind || form.state.problems.length > 0 ? null : error}
        onSubmit={save}
      />
      <RelationFormEnding relation={latest} updatedAt={updatedAt} />
    </>
  )
}

/** Keeps the changes and goes to the page of the collaboration; when that fails, says where. */
function useSaving({ state, dispatch, release }: Form) {
  const text = useText(relationFormText)
  const me = useMe().member.id
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { keep, isPending, error } = useKeepRelation()
  const { draft, version } = state

  function handleError(error: Error) {
    const fields = error instanceof ApiError ? error.fields : {}
    dispatch({ type: 'refused', problems: problemsOfServer(fields, draft) })
    // Fetching what the other kept makes the form see that it is behind.
    if (error instanceof ApiError && error.code === 'conflict')
      void queryClient.invalidateQueries({ queryKey: relationQuery(draft.id).queryKey })
  }

  function save(body: Body) {
    keep(
      { id: draft.id, version, body },
      {
        onError: handleError,
        onSuccess: (details) => {
          release()
          dispatch({ type: 'started-over', draft: draftOf(details, me), version: details.version })
          notify({ text: text.saved })
          void navigate({ to: '/samenwerkingen/$relation', params: { relation: details.id } })
        },
      },
    )
  }

  return { save, busy: isPending, error, attempt: state.attempt }
}
