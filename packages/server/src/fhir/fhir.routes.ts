import { AppError } from '@weerklank/core/shared/errors'
import type { Hono } from 'hono'
import { capabilityStatement } from './capability.ts'
import { refusal, sendResource, wantedVersion } from './fhir.http.ts'
import { type FhirDeps, serveQuestionnaires } from './questionnaire.routes.ts'
import { serveResponses } from './response.routes.ts'

/** What can be done at an address, for who tries something else. */
const allowed = [
  [/^metadata$/, 'GET'],
  [/^Questionnaire(Response)?$/, 'GET, POST'],
  [/^Questionnaire(Response)?\/_search$/, 'POST'],
  [/^Questionnaire\/\$validate$/, 'POST'],
  [/^Questionnaire\/[^/]+$/, 'GET, PUT'],
  [/^QuestionnaireResponse\/[^/]+$/, 'GET'],
  [/^Questionnaire(Response)?\/[^/]+\/(\$report|_history\/[^/]+)$/, 'GET'],
] as const

/** Forms and answers for other programs, in FHIR R4 and R5, JSON only. */
export function serveFhir(app: Hono, deps: FhirDeps & { version: string }): void {
  const { version, publicUrl } = deps
  app.get('/fhir/metadata', (c) => {
    const fhirVersion = wantedVersion(c) ?? '4.0'
    const facts = { version, publicUrl, fhirVersion, date: deps.now() }
    return sendResource(c, capabilityStatement(facts), { version: fhirVersion })
  })
  serveQuestionnaires(app, deps)
  serveResponses(app, deps)
  app.all('/fhir/*', (c) => {
    const path = c.req.path.replace(/^\/fhir\//, '')
    const methods = allowed.find(([address]) => address.test(path))?.[1]
    if (methods === undefined) throw new AppError('not-found')
    c.header('Allow', methods)
    throw refusal(405, 'not-supported', `This cannot be done here; ${methods} can. See GET /fhir/metadata.`)
  })
}
