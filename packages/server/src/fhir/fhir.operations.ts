import type { Scope } from '@weerklank/core/shared/scope'
import type { PlainOperation } from '../http/openapi.ts'

const refused = {
  400: 'Not readable: an OperationOutcome says what',
  401: 'No token, or one that opens nothing',
  403: 'The token is for something else, or the member may not',
}
const missing = { 404: 'Not here, or not hers' }

type Told = {
  method?: PlainOperation['method']
  path: string
  scope: Scope
  summary: string
  answers: PlainOperation['answers']
  accepts?: string
}

function operation({
  method = 'get',
  path,
  scope,
  summary,
  answers,
  accepts = fhirJson,
}: Told): PlainOperation {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return {
    ...{ method, path: `/fhir${path}`, scope, summary, parameters },
    answers: { ...answers, ...refused },
    mediaType: fhirJson,
    ...(method !== 'get' && { accepts }),
  }
}

const fhirJson = 'application/fhir+json'

/** The side for programs that speak FHIR, R4 and R5: `fhirVersion=4.0` or `5.0` in the media type chooses. */
export const fhirOperations: readonly PlainOperation[] = [
  {
    ...{ method: 'get', path: '/fhir/metadata', mediaType: fhirJson },
    summary: 'What can be done here, as a CapabilityStatement',
    answers: { 200: 'The statement' },
  },
  {
    ...{ method: 'get', path: '/fhir/OperationDefinition/report', mediaType: fhirJson },
    summary: 'What the operation $report of forms and answers is',
    answers: { 200: 'The definition' },
  },
  operation({
    ...{ method: 'post', path: '', scope: 'forms:write' },
    summary:
      'Bring in several forms and answers: a Bundle. A transaction is kept whole or not at all; of a batch, or a collection, each entry by itself. Answers need responses:write',
    answers: {
      200: 'A Bundle that says of each entry what came of it',
      422: 'A transaction that cannot be kept: why',
    },
  }),
  operation({
    ...{ method: 'post', path: '/Questionnaire', scope: 'forms:write' },
    summary: 'Bring in a form: what is not supported is told per item and kept to the letter',
    answers: {
      200: 'It was here already',
      201: 'Kept',
      412: 'Several fit If-None-Exist',
      422: 'It cannot be used: why',
    },
  }),
  operation({
    ...{ method: 'post', path: '/Questionnaire/$validate', scope: 'forms:write' },
    summary: 'What would be told about a form; nothing is kept',
    answers: { 200: 'An OperationOutcome' },
  }),
  operation({
    ...{ method: 'put', path: '/Questionnaire/{id}', scope: 'forms:write' },
    summary: 'A new version of a form',
    answers: {
      200: 'Kept as a new version',
      409: 'Someone else made a version meanwhile',
      422: 'It cannot be used: why',
    },
  }),
  operation({
    ...{
      path: '/Questionnaire',
      scope: 'forms:read',
      summary: 'The forms of the organisation, as a searchset',
    },
    answers: { 200: 'A Bundle' },
  }),
  operation({
    ...{ method: 'post', path: '/Questionnaire/_search', scope: 'forms:read' },
    summary: 'The same, with the parameters in the body',
    answers: { 200: 'A Bundle' },
    accepts: 'application/x-www-form-urlencoded',
  }),
  operation({
    ...{ path: '/Questionnaire/{id}', scope: 'forms:read', summary: 'A form, with all that came in with it' },
    answers: { 200: 'The form', ...missing },
  }),
  operation({
    ...{
      path: '/Questionnaire/{id}/_history/{version}',
      scope: 'forms:read',
      summary: 'A form in one of its versions',
    },
    answers: { 200: 'The version', ...missing },
  }),
  operation({
    ...{ path: '/Questionnaire/{id}/$report', scope: 'forms:read' },
    summary: 'What works of a form and what is kept without being asked, per item',
    answers: { 200: 'An OperationOutcome', ...missing },
  }),
  operation({
    ...{ method: 'post', path: '/QuestionnaireResponse', scope: 'responses:write' },
    summary: 'Bring in answers to a form; scores are computed',
    answers: { 201: 'Kept', 422: 'They do not fit the form: where' },
  }),
  operation({
    ...{
      path: '/QuestionnaireResponse',
      scope: 'responses:read',
      summary: 'Answers to forms, as a searchset',
    },
    answers: { 200: 'A Bundle' },
  }),
  operation({
    ...{ method: 'post', path: '/QuestionnaireResponse/_search', scope: 'responses:read' },
    summary: 'The same, with the parameters in the body',
    answers: { 200: 'A Bundle' },
    accepts: 'application/x-www-form-urlencoded',
  }),
  operation({
    ...{ path: '/QuestionnaireResponse/{id}/$report', scope: 'responses:read' },
    summary: 'What was computed from the answers, and what could not be',
    answers: { 200: 'An OperationOutcome', ...missing },
  }),
  operation({
    ...{
      path: '/QuestionnaireResponse/{id}',
      scope: 'responses:read',
      summary: 'Answers to a form, with their scores',
    },
    answers: { 200: 'The answers', ...missing },
  }),
]
