import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { formId } from '../shared/ids.ts'
import { formModelSchema } from './form.schema.ts'

const built = z.object({
  form: formId,
  version: z.int().min(1),
  /** Of that version, the newest. Who changes one that is no draft makes the next version. */
  status: z.enum(['draft', 'published', 'retired']),
  /** Rises at each change; who changes something says which one she saw. */
  revision: z.int().min(1),
  mayKeep: z.boolean(),
  model: formModelSchema,
})
export type BuiltForm = z.infer<typeof built>

/** A form that is built here: 1,000 questions with their words in six languages fit. */
const modelLimit = 4 * 1024 * 1024
const formParams = z.object({ form: formId })

/** Building a form here. One that came in as FHIR is not changed here: its words are its source's. */
export const formBuildEndpoints = {
  begin: {
    id: 'beginForm',
    method: 'PUT',
    path: '/api/forms/:form/built',
    summary:
      'Begin a form of one’s own. The id is made by the sender; again with the same words changes nothing.',
    params: formParams,
    body: z.strictObject({ model: formModelSchema }),
    bodyLimit: modelLimit,
    response: built,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict', 'too-large'],
  },
  read: {
    id: 'getBuiltForm',
    method: 'GET',
    path: '/api/forms/:form/built',
    summary: 'A form that was built here, to build on; one that came in as FHIR is not found here',
    params: formParams,
    response: built,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  save: {
    id: 'saveBuiltForm',
    method: 'POST',
    path: '/api/forms/:form/built',
    summary: 'Keep what was built: in the draft, or as the next version after one that was published',
    params: formParams,
    body: z.strictObject({ model: formModelSchema, revision: z.int().min(1) }),
    bodyLimit: modelLimit,
    response: built,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict', 'too-large'],
  },
} as const satisfies Record<string, Endpoint>
