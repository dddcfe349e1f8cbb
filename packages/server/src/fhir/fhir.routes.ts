import { AppError } from '@weerklank/core/shared/errors'
import type { Hono } from 'hono'
import { capabilityStatement } from './capability.ts'
import { refusal, sendResource, wantedVersion } from './fhir.http.ts'
import { serveQuestionnaires } from './questionnaire.routes.ts'
import { type ResponseDeps, serveResponses } from './response.routes.ts'

/** Forms and answers for other programs, in FHIR R4 and R5, JSON only. */
export function serveFhir(app: Hono, deps: ResponseDeps & { version: string }): void {
  const { version, publicUrl } = deps
  app.get('/fhir/metadata', (c) => {
    const fhirVersion = wantedVersion(c) ?? '4.0'
    const facts = { version, publicUrl, fhirVersion, date: deps.now() }
    return sendResource(c, capabilityStatement(facts), { version: fhirVersion })
  })
  serveQuestionnaires(app, deps)
  serveResponses(app, deps)
  app.all('/fhir/:type{Questionnaire|QuestionnaireResponse|metadata}', () => {
    throw refusal(405, 'not-supported', 'This cannot be done here: see GET /fhir/metadata.')
  })
  app.all('/fhir/*', () => {
    throw new AppError('not-found')
  })
}
