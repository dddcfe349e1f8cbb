import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { formId, instrumentLicenceId } from '../shared/ids.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { requiredText, text } from '../shared/text-input.ts'
import type { FhirIssueKind } from './fhir.issue.ts'
import { fhirIssues } from './fhir.issue.words.ts'
import { itemUses } from './form.report.ts'
import { formKinds } from './form.ts'

const count = z.int().min(0)
const day = z.iso.date()
const moment = z.iso.datetime()
const formStatus = z.enum(['draft', 'published', 'retired'])
export type StoredFormStatus = z.infer<typeof formStatus>

const issueKinds = Object.keys(fhirIssues) as [FhirIssueKind, ...FhirIssueKind[]]
/** What was told when a form came in; its words are made from the kind (fhir.issue.ts). */
const issue = z.object({
  kind: z.enum(issueKinds),
  args: z.array(z.string()).optional(),
  at: z.string(),
  linkId: z.string().optional(),
})

const licenceNow = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-needed') }),
  z.object({ state: z.literal('missing') }),
  z.object({ state: z.literal('not-yet'), from: day }),
  z.object({ state: z.literal('valid'), until: day }),
  z.object({ state: z.literal('ending'), until: day, daysLeft: count }),
  z.object({ state: z.literal('expired'), since: day }),
])

const formLine = z.object({
  id: formId,
  title: z.string(),
  /** Of its newest version. */
  status: formStatus,
  version: count,
  /** What the form itself calls that version. */
  label: z.string().nullable(),
  /** The newest version that is published: what somebody is asked, as far as the licence goes. */
  publishedVersion: count.nullable(),
  changedAt: moment,
  licence: licenceNow,
})
export type FormLine = z.infer<typeof formLine>

/** A check of our own: it comes with the product, nobody publishes it. */
const ownCheck = z.object({
  id: z.string(),
  name: bilingual,
  version: count,
  questions: count,
  /** For groups without names, in an anonymous round. */
  isForRounds: z.boolean(),
})

const formList = z.object({
  /** Whether she may bring in, publish and retire forms. */
  mayKeep: z.boolean(),
  /** How many fit; more than fifty come in parts. */
  total: count,
  forms: z.array(formLine),
  checks: z.array(ownCheck),
})
export type FormList = z.infer<typeof formList>

const licence = z.object({
  id: instrumentLicenceId,
  holder: z.string(),
  number: z.string(),
  validFrom: day.nullable(),
  /** Its last day. */
  expiresOn: day,
  note: z.string(),
  by: z.string(),
  at: moment,
  /** Taken back: it counts no more. */
  ended: z.object({ by: z.string(), at: moment }).nullable(),
})
export type RecordedLicence = z.infer<typeof licence>

const formVersion = z.object({
  version: count,
  label: z.string().nullable(),
  status: formStatus,
  fhirVersion: z.enum(['4.0', '5.0']),
  by: z.string(),
  at: moment,
  publishedAt: moment.nullable(),
})

const formDetail = formLine.extend({
  /** Made here; one that came in as FHIR is not changed here. */
  built: z.boolean(),
  mayKeep: z.boolean(),
  /** Rises at each change; who changes something says which one she saw. */
  revision: z.int(),
  url: z.string().nullable(),
  description: z.string(),
  publisher: z.string(),
  copyright: z.string(),
  languages: z.array(z.string()),
  needsLicence: z.boolean(),
  /** What colleagues said of the need of a licence, the newest first. */
  needSaid: z.array(z.object({ needed: z.boolean(), reason: z.string(), by: z.string(), at: moment })),
  licences: z.array(licence),
  versions: z.array(formVersion),
})
export type FormDetail = z.infer<typeof formDetail>

/** So many lines of a form come at once: one of 800 questions is read in parts. */
export const outlineAtOnce = 100

const outlineLine = z.object({
  linkId: z.string(),
  depth: count,
  kind: z.enum(formKinds),
  use: z.enum(itemUses),
  text: z.string(),
  required: z.boolean(),
  conditional: z.boolean(),
  options: z.array(z.string()),
  moreOptions: count,
  issues: z.array(issue),
})

const formOutline = z.object({
  version: count,
  counts: z.record(z.enum(itemUses), count),
  /** Items of which something works otherwise than it came in. */
  noted: count,
  /** What there is to say of the form as a whole. */
  issues: z.array(issue),
  total: count,
  lines: z.array(outlineLine),
})
export type FormOutlinePart = z.infer<typeof formOutline>

const brought = z.discriminatedUnion('kept', [
  z.object({
    kept: z.literal(true),
    forms: z.array(
      z.object({
        id: formId,
        title: z.string(),
        version: count,
        /** `same`: this very wording was there already. */
        done: z.enum(['created', 'changed', 'same']),
        noted: count,
        licence: licenceNow,
      }),
    ),
  }),
  z.object({
    kept: z.literal(false),
    /** Why, per form in the file. With one of them nothing of the file is kept. */
    refusals: z.array(z.object({ title: z.string().nullable(), issues: z.array(issue), more: count })),
  }),
])
export type BroughtForms = z.infer<typeof brought>

/** A file of one form, in bytes; the same holds on `/fhir`. */
export const formFileAtMost = 10 * 1024 * 1024

const formParams = z.object({ form: formId })
const versionParams = formParams.extend({ version: z.coerce.number().int().min(1).max(1_000_000) })
const licenceParams = formParams.extend({ licence: instrumentLicenceId })
const seen = { revision: z.int().min(1) }
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changeRefusals = [...refusals, 'invalid-input', 'conflict'] as const

export const formEndpoints = {
  forms: {
    id: 'listForms',
    method: 'GET',
    path: '/api/forms',
    summary:
      'The forms of the organisation, the last changed first, and the checks that come with the product',
    query: z.object({
      search: text(200).optional(),
      from: z.coerce.number().int().min(0).max(100_000).optional(),
    }),
    response: formList,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input'],
  },
  bring: {
    id: 'bringForm',
    method: 'POST',
    path: '/api/forms',
    summary: 'Take in the form or forms of one FHIR file: all of the file or nothing',
    body: z.strictObject({ text: z.string() }),
    // As JSON every sign may take two bytes.
    bodyLimit: 2 * formFileAtMost + 1024,
    response: brought,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict', 'too-large'],
  },
  licencesToSee: {
    id: 'listFormLicences',
    method: 'GET',
    path: '/api/forms/licences',
    summary:
      'Forms whose licence ends soon, has ended, is missing or has not begun; of those that are published',
    response: z.object({
      forms: z.array(z.object({ id: formId, title: z.string(), licence: licenceNow })),
    }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  form: {
    id: 'getForm',
    method: 'GET',
    path: '/api/forms/:form',
    summary: 'A form with its versions and its licences',
    params: formParams,
    response: formDetail,
    errors: refusals,
  },
  outline: {
    id: 'getFormOutline',
    method: 'GET',
    path: '/api/forms/:form/versions/:version',
    summary: 'What a version asks, line by line, with what works and what is kept without being asked',
    params: versionParams,
    query: z.object({ from: z.coerce.number().int().min(0).max(100_000).optional() }),
    response: formOutline,
    errors: [...refusals, 'invalid-input'],
  },
  file: {
    id: 'takeFormAlong',
    method: 'GET',
    path: '/api/forms/:form/versions/:version/file',
    summary: 'A version as a file of FHIR: as it came in, or in R4 or R5',
    params: versionParams,
    query: z.object({ fhir: z.enum(['4.0', '5.0']).optional() }),
    response: z.record(z.string(), z.unknown()),
    files: ['application/fhir+json'],
    errors: [...refusals, 'invalid-input'],
  },
  setStatus: {
    id: 'setFormStatus',
    method: 'PUT',
    path: '/api/forms/:form/versions/:version/status',
    summary:
      'Publish a version, or take it out of use. Without a licence that is in order nothing is published.',
    params: versionParams,
    body: z.strictObject({ status: z.enum(['published', 'retired']), ...seen }),
    response: formDetail,
    errors: changeRefusals,
  },
  sayNeed: {
    id: 'sayFormLicenceNeed',
    method: 'PUT',
    path: '/api/forms/:form/licence-need',
    summary: 'Say whether a form needs a licence, and why',
    params: formParams,
    body: z.strictObject({ needed: z.boolean(), reason: requiredText(2000), ...seen }),
    response: formDetail,
    errors: changeRefusals,
  },
  recordLicence: {
    id: 'recordFormLicence',
    method: 'PUT',
    path: '/api/forms/:form/licences/:licence',
    summary: 'Write down a licence, or mend it. The id is made by the sender.',
    params: licenceParams,
    body: z.strictObject({
      holder: requiredText(200),
      number: requiredText(200),
      validFrom: day.nullable(),
      expiresOn: day,
      note: text(2000),
      ...seen,
    }),
    response: formDetail,
    errors: changeRefusals,
  },
  endLicence: {
    id: 'endFormLicence',
    method: 'PUT',
    path: '/api/forms/:form/licences/:licence/ended',
    summary: 'A licence was taken back, or written down by mistake: it counts no more',
    params: licenceParams,
    body: z.strictObject({ ended: z.literal(true), ...seen }),
    response: formDetail,
    errors: changeRefusals,
  },
} as const satisfies Record<string, Endpoint>
