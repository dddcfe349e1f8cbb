import './forms.css'
import './form-build.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReadingLevel } from '@weerklank/core/consent/consent'
import type { FormModel } from '@weerklank/core/feedback/form'
import { languagesOf, sourceLanguage } from '@weerklank/core/feedback/form.build-language'
import type { BuiltForm } from '@weerklank/core/feedback/form-build.contract'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { componentLater, Later } from '../ui/Later.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { FormBuildHead } from './FormBuildHead.tsx'
import { FormBuildItems } from './FormBuildItems.tsx'
import { FormBuildProblems } from './FormBuildProblems.tsx'
import { builtFormQuery, readBuilt, saveBuilt, useForgetForms } from './form-build.queries.ts'
import { formBuildText } from './form-build.text.ts'
import { type Build, focusSoon, partId } from './form-build.ts'
import { FormDraft } from './form-draft.ts'

const FormBuildConflict = componentLater(
  async () => (await import('./FormBuildConflict.tsx')).FormBuildConflict,
)
const FormTry = componentLater(async () => (await import('./FormTry.tsx')).FormTry)

/** Building a form of one's own: questions, branches, scores and languages; kept by itself while one works. */
export function FormBuildPage() {
  const { form } = useParams({ from: '/members/vragenlijsten/$form/bouwen' })
  const text = useText(formBuildText)
  const query = useQuery(builtFormQuery(form))
  const back = (
    <Link to="/vragenlijsten/$form" params={{ form }}>
      {text.back}
    </Link>
  )
  if (query.data !== undefined && !query.data.mayKeep) {
    return <PageHeader title={query.data.model.title.text} intro={text.readOnly} back={back} />
  }
  return (
    <>
      {query.data === undefined && <PageHeader title={text.build} back={back} />}
      <PageState query={query}>{(built) => <Builder key={form} first={built} />}</PageState>
    </>
  )
}

function Builder({ first }: { first: BuiltForm }) {
  const draft = useFormDraft(first)
  const state = useSyncExternalStore(draft.subscribe, draft.state)
  const [chosen, setLanguage] = useState<string | null>(null)
  const [added, setAdded] = useState<readonly string[]>([])
  const [opened, setOpened] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [level, setLevel] = useState<ReadingLevel>('parent')
  const source = sourceLanguage(state.now)
  const languages = [...new Set([...languagesOf(state.now), ...added])]
  const language = chosen ?? source
  const build: Build = { draft, language, source, level, say: setSaid, open: setOpened }
  function handleOpen(linkId: string) {
    setOpened(linkId)
    focusSoon(partId('tekst', linkId))
  }
  return (
    <>
      <FormBuildHead
        build={build}
        state={state}
        languages={languages}
        onLanguage={(tag) => {
          setAdded([...added, tag])
          setLanguage(tag)
        }}
        onLevel={setLevel}
      />
      {state.theirs !== null && (
        <Later open>
          <FormBuildConflict draft={draft} state={state} theirs={state.theirs} />
        </Later>
      )}
      <p className="wk-sr-only" role="status">
        {said}
      </p>
      <div className="wk-build__columns">
        <div>
          <FormBuildItems build={build} form={state.now} opened={opened} />
          <FormBuildProblems form={state.now} onOpen={handleOpen} />
          <Download model={state.now} />
        </div>
        <Later open>
          <FormTry
            form={state.kept.form}
            title={state.kept.model.title.text}
            version={state.kept.version}
            revision={state.kept.revision}
            language={language}
            level={level}
            onOpen={handleOpen}
          />
        </Later>
      </div>
    </>
  )
}

/** Exactly what the builder reads in again. */
function Download({ model }: { model: FormModel }) {
  const text = useText(formBuildText)
  function handleDownload() {
    const address = URL.createObjectURL(
      new Blob([JSON.stringify(model, null, 2)], { type: 'application/json' }),
    )
    const link = document.createElement('a')
    link.href = address
    link.download = 'vragenlijst.json'
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <div className="wk-actions wk-no-print">
      <Button variant="quiet" icon="download" onClick={handleDownload}>
        {text.download}
      </Button>
    </div>
  )
}

/** What is not sent yet when one goes elsewhere in the app is sent then; leaving the app asks first. */
function useFormDraft(first: BuiltForm): FormDraft {
  const forget = useForgetForms()
  // biome-ignore lint/correctness/useExhaustiveDependencies: one draft for as long as one builds
  const draft = useMemo(() => {
    const { form } = first
    return new FormDraft(first, { save: (body) => saveBuilt(form, body), read: () => readBuilt(form) })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only at the end
  useEffect(() => {
    function handleLeave(event: BeforeUnloadEvent) {
      if (draft.state().phase !== 'kept') event.preventDefault()
    }
    window.addEventListener('beforeunload', handleLeave)
    return () => {
      window.removeEventListener('beforeunload', handleLeave)
      void draft.flush().then(forget)
    }
  }, [draft])
  return draft
}
