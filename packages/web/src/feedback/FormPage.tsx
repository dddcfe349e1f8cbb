import './forms.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { FormDetail } from '@weerklank/core/feedback/form.contract'
import { Suspense, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { componentLater } from '../ui/Later.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { FormLicence } from './FormLicence.tsx'
import { FormOutline } from './FormOutline.tsx'
import { FormPreview } from './FormPreview.tsx'
import { formPageText } from './form-page.text.ts'
import { standingOf, standingTone } from './form-standing.ts'
import { useFormStatus } from './form-status.ts'
import { formQuery } from './forms.queries.ts'
import { formsText } from './forms.text.ts'

// What stands below the form itself.
const FormVersions = componentLater(async () => (await import('./FormVersions.tsx')).FormVersions)
const FormAbout = componentLater(async () => (await import('./FormAbout.tsx')).FormAbout)

/** One form: whether it is asked and by which right, what it asks, and how it looks. */
export function FormPage() {
  const { form } = useParams({ from: '/members/vragenlijsten/$form' })
  const text = useText(formPageText)
  const query = useQuery(formQuery(form))
  return (
    <>
      {query.data === undefined && (
        <PageHeader title={text.report} back={<Link to="/vragenlijsten">{text.back}</Link>} />
      )}
      <PageState query={query}>{(detail) => <OneForm key={detail.id} form={detail} />}</PageState>
    </>
  )
}

/** A longer one would stand between a person and what she came for. */
const isShort = (description: string) => description !== '' && description.length <= 160

function OneForm({ form }: { form: FormDetail }) {
  const text = useText(formPageText)
  const list = useText(formsText)
  const status = useFormStatus(form)
  const [version, setVersion] = useState(form.version)
  const standing = standingOf(form)
  const mayPublish = form.mayKeep && form.status !== 'published'
  return (
    <>
      <PageHeader
        title={form.title}
        {...(isShort(form.description) && { intro: form.description })}
        back={<Link to="/vragenlijsten">{text.back}</Link>}
        actions={
          <>
            {form.mayKeep && form.built && (
              <LinkButton to="/vragenlijsten/$form/bouwen" params={{ form: form.id }} icon="pencil">
                {text.build}
              </LinkButton>
            )}
            {mayPublish && (
              <Button
                variant="primary"
                icon="check"
                busy={status.busy}
                onClick={() => status.set(form.version, 'published')}
              >
                {text.publish(form.version)}
              </Button>
            )}
          </>
        }
      >
        <p className="wk-row">
          <Chip tone={standingTone[standing]}>{list.standing[standing]}</Chip>
          <span className="wk-muted wk-small">{list.version(form.version)}</span>
        </p>
        <div role="alert">
          {status.refused !== null && <p className="wk-field__error">{status.refused}</p>}
        </div>
      </PageHeader>
      <FormLicence form={form} />
      <FormOutline form={form.id} version={version} isNewest={version === form.version} />
      <div className="wk-forms__preview wk-no-print">
        <FormPreview form={form} version={version} />
      </div>
      <Suspense fallback={null}>
        <FormVersions form={form} shown={version} onShow={setVersion} status={status} />
        <FormAbout form={form} />
      </Suspense>
    </>
  )
}
