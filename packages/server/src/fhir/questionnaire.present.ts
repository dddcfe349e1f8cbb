import { exportQuestionnaire } from '@weerklank/core/feedback/fhir.export'
import type { FhirVersion } from '@weerklank/core/feedback/fhir.import'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { asWritten } from '@weerklank/core/feedback/fhir.text'
import type { FormStatus } from '@weerklank/core/feedback/form'
import type { StoredForm } from '../feedback/form.repository.ts'
import { statusOf } from '../feedback/forms.ts'

const asFhir: Record<StoredForm['status'], FormStatus> = {
  draft: 'draft',
  published: 'active',
  retired: 'retired',
}

/** A stored form as a Questionnaire: as it came in, unless somebody here published or retired it since. */
export function questionnaireOf(form: StoredForm, wanted: FhirVersion = form.fhir_version): Json {
  const resource = exportQuestionnaire(
    {
      source: asWritten(form.source, form.source_text),
      ...{ model: form.model, fhirVersion: form.fhir_version },
      meta: {
        id: form.id,
        versionId: String(form.version),
        lastUpdated: new Date(form.stored_at).toISOString(),
      },
    },
    wanted,
  )
  return statusOf(form.model) === form.status ? resource : { ...resource, status: asFhir[form.status] }
}

/** What is in the version that goes out: what was asked for, or as it is kept. */
export const versionOfForm = (form: StoredForm, wanted: FhirVersion | undefined): FhirVersion =>
  wanted ?? form.fhir_version
